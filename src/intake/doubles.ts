import { literal, quoted } from '../warehouse/index.ts';
import type { TableSchema } from './read-table.ts';
import { masked } from './reading/masked.ts';
import type { Workbench } from './workbench.ts';

/** What the columns begin with that hold a cell as written, beside the value it has or has not. */
export const writtenMark = '_written_';

export interface Doubles {
  readonly file: string;
  readonly schema: TableSchema;
  readonly table: string;
  readonly present: readonly string[];
  readonly line: string;
}

/** Takes empty rows and rows whose key stood in the file before out of a table; each is noted. A null key stays. */
export async function refuseDoubles(bench: Workbench, doubles: Doubles): Promise<void> {
  const { schema, present } = doubles;
  if (schema.key === 'whole-row') {
    await refuseEmpty(bench, doubles);
    await refuse(bench, doubles, present, 'row-twice');
    return;
  }
  const key = schema.key.filter((column) => present.includes(column));
  const missing = `(${key.map((column) => `${quoted(column)} is null`).join(' or ')})`;
  const whole = key.length > 0 && key.length === schema.key.length;
  if (!whole) return refuseEmpty(bench, doubles);
  // One look settles the usual case, that every key is there and none stands twice.
  const keys = key.map(quoted).join(', ');
  const doubtful = `select 1 from ${quoted(doubles.table)} group by ${keys} having count(*) > 1 or ${missing}`;
  if (!(await bench.count(`select count(*) from (${doubtful})`))) return;
  if (await bench.count(`select count(*) from ${quoted(doubles.table)} where ${missing}`)) {
    await refuseEmpty(bench, doubles);
    await bench.noteEach('key-missing', places(doubles, missing, key[0] ?? null), titles(schema, key));
  }
  await refuse(bench, doubles, key, 'key-twice', `not ${missing}`);
}

async function refuseEmpty(bench: Workbench, doubles: Doubles): Promise<void> {
  const { table, present } = doubles;
  if (present.length === 0) return;
  const columns = await bench.rows<{ name: string }>(
    `select column_name as name from (describe ${quoted(table)}) where starts_with(column_name, '${writtenMark}')`,
  );
  const parts = [...present, ...columns.map(({ name }) => name)].map(quoted);
  const empty = `coalesce(${parts.map((part) => `${part}::varchar`).join(', ')}) is null`;
  if (!(await bench.count(`select count(*) from ${quoted(table)} where ${empty}`))) return;
  await bench.noteEach('row-empty', places(doubles, empty, null));
  await bench.run(`delete from ${quoted(table)} where ${empty}`);
}

async function refuse(
  bench: Workbench,
  doubles: Doubles,
  key: readonly string[],
  code: 'row-twice' | 'key-twice',
  where = 'true',
): Promise<void> {
  const { table, schema } = doubles;
  const columns = key.map(quoted).join(', ');
  const groups = `select ${columns} from ${quoted(table)} where ${where} group by all having count(*) > 1`;
  if (columns === '' || !(await bench.count(`select count(*) from (${groups})`))) return;
  const later = quoted(`${table}_later`);
  await bench.run(`create or replace temp table ${later} as
    select id from (
      select rowid as id, row_number() over (partition by ${columns} order by rowid) as place
      from ${quoted(table)} where ${where}
    ) where place > 1`);
  const isLater = `${quoted(table)}.rowid in (select id from ${later})`;
  await bench.noteEach(
    code,
    places(doubles, isLater, code === 'key-twice' ? (key[0] ?? null) : null),
    titles(schema, key),
  );
  await bench.run(`delete from ${quoted(table)} where ${isLater}`);
}

/** The rows that meet a condition, as places of findings; with a column, its value too, masked where it is personal. */
function places({ file, schema, table, line }: Doubles, where: string, column: string | null): string {
  const personal = column !== null && (schema.columns[column]?.personal ?? false);
  const value = column === null ? 'null' : masked(`${quoted(column)}::varchar`, personal);
  return `select ${literal(file)} as file, ${line} as "row", ${column === null ? 'null' : literal(column)} as "column",
      ${value} as "value", ${literal(schema.id)} as dataset
    from ${quoted(table)} where ${where}`;
}

function titles(schema: TableSchema, key: readonly string[]): string {
  return key.map((column) => schema.columns[column]?.title ?? column).join(' and ');
}
