import type { Release } from './catalogue.ts';
import { type Delivered, stem } from './delivered.ts';

/** What a call says of the files it loads. */
export interface Provenance {
  readonly now: Date;
  /** The day the files were published, YYYY-MM-DD, where it is known. */
  readonly released?: string | undefined;
  /** Of an API: the version of the data set. */
  readonly version?: string | undefined;
}

/** The release that a file is, as the first one of a table of its own. */
export function releaseOf(
  { file, recognition }: Delivered,
  { now, released, version }: Provenance,
  stored: readonly Release[],
  about: Partial<Release>,
): Release {
  const last = about.periods?.at(-1);
  const name = stem(file.name);
  return {
    id: file.sha256,
    kind: recognition.kind,
    table: freshTable(name, stored),
    label: `${name}${last === undefined ? '' : ` (to ${last})`}${version === undefined ? '' : ` version ${version}`}`,
    file: file.name,
    loadedAt: now.toISOString(),
    released: released ?? null,
    version: version ?? null,
    rows: 0,
    periods: [],
    filters: [],
    figures: [],
    ...about,
  };
}

/** A name for a table that none has: of the file, without the years in it. */
function freshTable(name: string, stored: readonly Release[]): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/(-to)?-(19|20)\d\d(?=-|$)/g, '')
    .replace(/^-|-$/g, '');
  const taken = new Set(stored.map(({ table }) => table));
  let fresh = plain;
  for (let number = 2; taken.has(fresh); number++) fresh = `${plain}-${number}`;
  return fresh;
}
