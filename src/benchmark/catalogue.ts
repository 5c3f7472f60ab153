import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../warehouse/index.ts';
import { kinds } from './file-kind.ts';

const filterSchema = z.strictObject({
  name: z.string(),
  label: z.string(),
  column: z.string(),
  values: z.array(z.string()),
});
const figuresSchema = z.strictObject({ name: z.string(), label: z.string(), unit: z.string(), column: z.string() });

const releaseSchema = z.strictObject({
  /** SHA-256 of the file's content; the folder of the release is named by it. */
  id: z.string(),
  kind: z.enum(kinds),
  /** What its releases have in common: the name of the table's first file, without years. */
  table: z.string(),
  /** How a page names the release: the file, and the last period it has figures for. */
  label: z.string(),
  file: z.string(),
  loadedAt: z.string(),
  /** When it was published, where the call said so. */
  released: z.string().nullable(),
  /** Of an API: the version of the data set. */
  version: z.string().nullable(),
  rows: z.number(),
  periods: z.array(z.string()),
  filters: z.array(filterSchema),
  figures: z.array(figuresSchema),
});

/** One published file as it was loaded. Of a table: what its columns are, and their names in its Parquet file. */
export type Release = Readonly<z.output<typeof releaseSchema>>;

const changesSchema = z.strictObject({
  table: z.string(),
  before: z.string(),
  after: z.string(),
  renamed: z.array(z.strictObject({ from: z.string(), to: z.string() })),
  dropped: z.array(z.string()),
  added: z.array(z.string()),
  /** Rows that both releases have, and those that the later one left out. */
  sharedRows: z.number(),
  rowsLeftOut: z.number(),
  restated: z.array(
    z.strictObject({
      /** As the later release names it. */
      column: z.string(),
      count: z.number(),
      examples: z.array(
        z.strictObject({
          period: z.string(),
          area: z.string(),
          name: z.string(),
          category: z.string(),
          before: z.string(),
          after: z.string(),
        }),
      ),
    }),
  ),
});

/** What a later release of a table changed: what was renamed and what was restated. */
export type ReleaseChanges = Readonly<z.output<typeof changesSchema>>;

const catalogueSchema = z.strictObject({ releases: z.array(releaseSchema), changes: z.array(changesSchema) });

/** Every release that is stored. Releases are never taken out: a figure keeps the release it came from. */
export type Catalogue = Readonly<z.output<typeof catalogueSchema>>;

export const benchmarksFolder = (data: string) => join(data, 'benchmarks');
export const releaseFolder = (data: string, id: string) => join(benchmarksFolder(data), 'releases', id);
export const catalogueFile = (data: string) => join(benchmarksFolder(data), 'catalogue.json');

/** The catalogue of a data folder; an empty one where no published statistics were loaded. */
export async function readCatalogue(data: string): Promise<Catalogue> {
  const path = catalogueFile(data);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return { releases: [], changes: [] };
  const read = catalogueSchema.safeParse(parsed(text));
  if (!read.success) throw new Refusal('folder-unreadable', `${path} is not what outturn wrote there`);
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The releases of one table, the earliest first: by their last period, then by the day they were published or loaded. */
export function releasesInOrder(releases: readonly Release[]): Release[] {
  const order = (release: Release) => [release.periods.at(-1) ?? '', release.released ?? release.loadedAt].join('\n');
  return releases.toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}

/** The tables of a catalogue with their releases in order. */
export function tablesOf({ releases }: Catalogue): Map<string, Release[]> {
  const tables = Map.groupBy(
    releases.filter(({ kind }) => kind === 'table'),
    ({ table }) => table,
  );
  return new Map([...tables].map(([table, own]) => [table, releasesInOrder(own)]));
}
