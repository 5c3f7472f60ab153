import type { Document } from '../../document/index.ts';
import type { Edition, Store } from '../../store/index.ts';
import { Refusal } from '../../warehouse/index.ts';
import { beginning, sha256 } from '../canonical.ts';
import { EditionError } from '../error.ts';
import { numbersOnDisk } from '../folder.ts';
import { type EditionManifest, folderName } from '../manifest.ts';
import { documentOf, openEntry, renderedName } from '../read-edition.ts';
import { checkExtracts } from './check-extracts.ts';
import { checkFiles } from './check-files.ts';
import { checkDisclosure } from './check-suppression.ts';
import type { CellDifference, Fault } from './fault.ts';
import { recompute } from './recompute.ts';

export interface VerifyOptions {
  readonly data: string;
  readonly store: Store;
  /** Which; default all. */
  readonly numbers?: readonly number[];
  /** The renderers of this version, to make each file of an edition anew. */
  readonly formats: Readonly<Record<string, (document: Document) => Promise<Uint8Array>>>;
  readonly renderers: string;
  /** Told of each edition when it has been looked at. */
  readonly told?: (edition: number, faults: number) => void;
}

export interface Verification {
  readonly editions: number;
  /** How many figures were recomputed. */
  readonly figures: number;
  readonly faults: readonly Fault[];
}

/**
 * Holds editions to what was published: files to hashes, hashes to the register, each edition to the one before it, figures to the
 * extract and the definitions they came from, and files as rendered to the tree, where the renderers are of the same version. Of a
 * public edition it tries again to undo the suppression.
 *
 * @throws EditionError `no-edition`
 */
export async function verify(options: VerifyOptions): Promise<Verification> {
  const { data, store, numbers, told } = options;
  const entries = await store.editions.list();
  const missing = numbers?.find((number) => !entries.some((entry) => entry.number === number));
  if (missing !== undefined) throw new EditionError('no-edition', `There is no edition ${missing}`);
  const faults = [...(await checkRegister(store)), ...(await unregistered(data, entries))];
  let figures = 0;
  let editions = 0;
  for (const [index, entry] of entries.entries()) {
    if (numbers && !numbers.includes(entry.number)) continue;
    const own = await checkOne(entry, entries[index - 1]?.contentHash ?? beginning, options);
    faults.push(...own.faults);
    figures += own.figures;
    editions++;
    told?.(entry.number, own.faults.length);
  }
  return { editions, figures, faults };
}

async function checkRegister({ editions, audit }: Store): Promise<Fault[]> {
  const broken = await editions.verify();
  const { differing } = await audit.verify();
  const rows = differing.filter((name) => name.startsWith('editions '));
  const says = 'The entry in the register is not as it was made, or not in its place.';
  return [
    ...(broken === null ? [] : [{ code: 'register-broken', edition: broken, where: 'register', says } as const]),
    ...rows.map((where): Fault => ({ code: 'register-broken', edition: null, where, says })),
  ];
}

async function unregistered(data: string, entries: readonly Edition[]): Promise<Fault[]> {
  const known = new Set(entries.map(({ number }) => number));
  const says =
    'The register has no such edition: publishing was interrupted, which the next publication clears, or the register is older than the folder.';
  return (await numbersOnDisk(data))
    .filter((number) => !known.has(number))
    .map((number): Fault => ({ code: 'not-registered', edition: null, where: folderName(number), says }));
}

async function checkOne(entry: Edition, previous: string, options: VerifyOptions) {
  const { data } = options;
  const { manifest, faults } = await checkFiles(data, entry, previous);
  if (manifest === null) return { faults, figures: 0 };
  faults.push(...(await checkExtracts(data, manifest)));
  try {
    const edition = await openEntry(data, entry);
    const { figures, differing } = await recompute(data, edition, options.store);
    faults.push(...differing.map((cell) => faultOf(entry.number, cell)));
    faults.push(...(await checkDisclosure(data, edition, options.store)));
    faults.push(...(await checkOutputs(edition, manifest, options)));
    return { faults, figures };
  } catch (error) {
    const known = error instanceof EditionError || error instanceof Refusal;
    // What somebody changed may fail in any way; where nothing was changed, a failure is the program's.
    if (!known && faults.length === 0) throw error;
    const says = `Its figures or files could not be made again: ${known ? error.message : 'what it keeps cannot be read'}.`;
    faults.push({ code: 'not-recomputed', edition: entry.number, where: 'figures.json', says });
    return { faults, figures: 0 };
  }
}

function faultOf(edition: number, cell: CellDifference): Fault {
  const { indicator, unit, month, kept, recomputed } = cell;
  const said = (one: typeof recomputed) =>
    one === undefined ? 'nothing' : `${one.numerator} over ${one.denominator}, ${one.value ?? one.state}`;
  return {
    code: 'figure-differs',
    edition,
    where: `${indicator} ${unit} ${month}`,
    says: `The edition has ${said(kept)}; its extract and definitions give ${said(recomputed)}.`,
    cell,
  };
}

/** Files as rendered are made anew where the renderers are those of then. */
async function checkOutputs(
  edition: { readonly folder: string },
  manifest: EditionManifest,
  { formats, renderers }: VerifyOptions,
): Promise<Fault[]> {
  if (manifest.renderers !== renderers) return [];
  // A tree that cannot be read has been found by its hash.
  const document = await documentOf(edition).catch(() => null);
  if (document === null) return [];
  const faults: Fault[] = [];
  for (const [format, render] of Object.entries(formats)) {
    const name = renderedName(format);
    const file = manifest.files.find((one) => one.name === name);
    if (file === undefined || sha256(await render(document)) === file.sha256) continue;
    const says = 'The tree of the edition does not give the file that was published.';
    faults.push({ code: 'output-differs', edition: manifest.number, where: name, says });
  }
  return faults;
}
