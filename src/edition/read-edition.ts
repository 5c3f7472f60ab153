import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document } from '../document/index.ts';
import type { Edition, EditionKind, Store } from '../store/index.ts';
import { EditionError } from './error.ts';
import { manifestName } from './folder.ts';
import type { KeptInputs } from './inputs.ts';
import { figureKey, type KeptFigures, readFigures } from './kept-figures.ts';
import type { EditionManifest } from './manifest.ts';
import { type KeptPublication, readPublication } from './public/kept-publication.ts';
import type { Published, PublishedObservation } from './published.ts';

/** The names of what every edition keeps beside its manifest, its pack and its files as rendered. */
export const kept = {
  document: 'document.json',
  figures: 'figures.json',
  inputs: 'inputs.json',
  /** Of a public edition alone. */
  suppression: 'suppression.json',
} as const;

/** The name of the report as rendered: `report.pdf`. */
export const renderedName = (format: string): string => `report.${format}`;

/** An edition of the register with where its files are. */
export interface OpenEdition {
  readonly entry: Edition;
  readonly folder: string;
  readonly manifest: EditionManifest;
}

/** @throws EditionError `no-edition`, `edition-unreadable` */
export async function openEdition(data: string, store: Pick<Store, 'editions'>, number: number): Promise<OpenEdition> {
  const entry = await store.editions.at(number);
  if (entry === null) throw new EditionError('no-edition', `There is no edition ${number}`);
  return openEntry(data, entry);
}

/** @throws EditionError `edition-unreadable` */
export async function openEntry(data: string, entry: Edition): Promise<OpenEdition> {
  const folder = join(data, entry.path);
  const manifest = await jsonOf<EditionManifest>(folder, manifestName);
  return { entry, folder, manifest };
}

/** A file of an edition, read in one way or another. @throws EditionError `edition-unreadable` */
async function readIn<T>(folder: string, name: string, read: (text: string) => T): Promise<T> {
  try {
    return read(await readFile(join(folder, name), 'utf8'));
  } catch {
    throw new EditionError('edition-unreadable', `${join(folder, name)} is missing or is not as it was published`);
  }
}

const jsonOf = <T>(folder: string, name: string): Promise<T> => readIn(folder, name, (text) => JSON.parse(text) as T);

export const documentOf = ({ folder }: Pick<OpenEdition, 'folder'>): Promise<Document> =>
  jsonOf<Document>(folder, kept.document);

export const figuresOf = ({ folder }: Pick<OpenEdition, 'folder'>): Promise<KeptFigures> =>
  readIn(folder, kept.figures, readFigures);

export const inputsOf = ({ folder }: Pick<OpenEdition, 'folder'>): Promise<KeptInputs> =>
  jsonOf<KeptInputs>(folder, kept.inputs);

/** What a public edition showed and did not. @throws EditionError `edition-unreadable`, of an internal one too */
export const publicationOf = ({ folder }: Pick<OpenEdition, 'folder'>): Promise<KeptPublication> =>
  readIn(folder, kept.suppression, readPublication);

/** The editions that are in force: none of them corrected by a later one. */
export function inForce(entries: readonly Edition[]): Edition[] {
  const corrected = new Set(entries.map(({ corrects }) => corrects));
  return entries.filter(({ number }) => !corrected.has(number));
}

/**
 * What the editions in force of a report published of their own months.
 *
 * @param of `before`: months before this one alone, default all; `kind`: default internal
 */
export async function publishedFigures(
  data: string,
  store: Pick<Store, 'editions'>,
  of: { readonly report: string; readonly unit: string; readonly before?: string; readonly kind?: EditionKind },
): Promise<Published> {
  const { report, unit, kind = 'internal' } = of;
  const entries = await store.editions.list({ report, unit, kind });
  const found = new Map<string, PublishedObservation>();
  for (const entry of inForce(entries).filter(({ month }) => month < (of.before ?? '9999-12'))) {
    const { figures } = await figuresOf({ folder: join(data, entry.path) });
    for (const { observation } of figures.filter(({ observation: { month } }) => month === entry.month)) {
      const { indicator, unit, month } = observation;
      found.set(figureKey(indicator, unit, month), { edition: entry.number, observation });
    }
  }
  return found;
}
