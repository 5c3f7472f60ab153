import { join } from 'node:path';
import { openDuckDb } from './duckdb.ts';
import { quoted, type Session } from './engine.ts';
import { extractFolder } from './extracts.ts';
import type { Manifest } from './manifest.ts';

/** What changed in one table from an extract to another. */
export interface TableChange {
  readonly table: string;
  /** Rows in the first; null where it has no such table. */
  readonly before: number | null;
  readonly after: number | null;
  /** Rows whose key is only in the second, only in the first, and in both with other values. */
  readonly added: number;
  readonly gone: number;
  readonly changed: number;
}

/**
 * Compares two extracts table by table, by the key of their rows. Rows without a key, and those of tables that have none,
 * are compared whole: such a row is never changed, but gone and added.
 *
 * @param keyOf the columns that identify a row of a table; none where nothing does
 */
export async function compareExtracts(
  data: string,
  before: Manifest,
  after: Manifest,
  keyOf: (table: string) => readonly string[],
): Promise<TableChange[]> {
  const ids = [...new Set([...Object.keys(before.tables), ...Object.keys(after.tables)])].sort();
  const place = (manifest: Manifest, id: string) =>
    join(extractFolder(data, manifest), manifest.tables[id]?.file ?? '');
  const both = ids.filter((id) => id in before.tables && id in after.tables);
  const engine = await openDuckDb({
    tables: both.flatMap((id) => [
      { name: `before_${id}`, files: [place(before, id)], columns: [] },
      { name: `after_${id}`, files: [place(after, id)], columns: [] },
    ]),
    folders: [extractFolder(data, before), extractFolder(data, after)],
    bankHolidays: null,
  });
  const session = await engine.session();
  try {
    const changes: TableChange[] = [];
    for (const table of ids) {
      const [was, is] = [before.tables[table]?.rows ?? null, after.tables[table]?.rows ?? null];
      const counts = both.includes(table) ? await countChanges(session, table, keyOf(table)) : [is ?? 0, was ?? 0, 0];
      const [added = 0, gone = 0, changed = 0] = counts;
      changes.push({ table, before: was, after: is, added, gone, changed });
    }
    return changes;
  } finally {
    session.close();
    engine.close();
  }
}

async function countChanges(session: Session, table: string, wanted: readonly string[]): Promise<number[]> {
  const [before, after] = [quoted(`before_${table}`), quoted(`after_${table}`)];
  const columnsOf = async (name: string) => (await session.rows(`describe ${name}`)).map(([column]) => String(column));
  const earlier = new Set(await columnsOf(before));
  const common = (await columnsOf(after)).filter((column) => earlier.has(column));
  const all = common.map(quoted).join(', ');
  const whole = (from: string, without: string, where: string) =>
    `(select count(*) from (select ${all} from ${from} where ${where} except all select ${all} from ${without} where ${where}))`;
  const key = wanted.length > 0 && wanted.every((column) => common.includes(column)) ? wanted.map(quoted) : [];
  if (key.length === 0) {
    const [row] = await session.rows(`select ${whole(after, before, 'true')}, ${whole(before, after, 'true')}, 0`);
    return (row ?? []).map(Number);
  }
  const keyed = key.map((column) => `${column} is not null`).join(' and ');
  const known = (name: string) => `(select * from ${name} where ${keyed})`;
  const using = `using (${key.join(', ')})`;
  const values = (name: string) =>
    `struct_pack(${common.map((column) => `${quoted(column)} := ${name}.${quoted(column)}`).join(', ')})`;
  const [row] = await session.rows(`select
    (select count(*) from ${known(after)} a anti join ${known(before)} b ${using}) + ${whole(after, before, `not (${keyed})`)},
    (select count(*) from ${known(before)} b anti join ${known(after)} a ${using}) + ${whole(before, after, `not (${keyed})`)},
    (select count(*) from ${known(before)} b join ${known(after)} a ${using} where ${values('b')} is distinct from ${values('a')})`);
  return (row ?? []).map(Number);
}
