import type { Column } from '../pack/index.ts';
import { literal, quoted } from '../warehouse/index.ts';
import { refuseDoubles, writtenMark } from './doubles.ts';
import type { FindingCode } from './finding-codes.ts';
import { LoadError, TooLarge } from './load-error.ts';
import { parquetCells, unreadable } from './parquet-file.ts';
import { emptyMarkList } from './reading/macros.ts';
import { masked } from './reading/masked.ts';
import { type Reading, readingOf } from './reading/reading.ts';
import { typedCell, typedReading } from './reading/typed.ts';
import { noteRejects, rejectTables } from './rejects.ts';
import { type SourceFile, withPlainLineEnds } from './source-file.ts';
import type { Workbench } from './workbench.ts';

/** What a file is read as: a dataset, or a file of another standard. */
export interface TableSchema {
  /** The dataset that its findings touch. */
  readonly id: string;
  readonly title: string;
  readonly columns: Readonly<Record<string, Column>>;
  /** The columns that identify a row: of rows with the same the first is kept. `whole-row`: every column. */
  readonly key: readonly string[] | 'whole-row';
}

/** A file that has become a temporary table of the workbench. */
export interface ReadTable {
  /** The table; its `rowid` follows the order of the file. */
  readonly table: string;
  /** The columns of the schema that the file has, which are those of the table. */
  readonly present: readonly string[];
  /** SQL over the table for the line of a row's record in the file, the header being 1, each record and blank line one. */
  readonly line: string;
}

/** A column of the schema that the file has, and where. */
interface Place {
  readonly name: string;
  readonly column: Column;
  readonly position: number;
  /** SQL for the trimmed cell. */
  readonly cell: string;
  readonly reading: Reading;
}

/**
 * Reads a CSV or Parquet file into a temporary table, set-wise: cells are trimmed, nulls and values read by the type of the column, and
 * what was refused, repaired or doubtful is noted. Rows that are ragged, empty or there before are left out.
 *
 * @param table the name of the temporary table
 * @throws LoadError where the file cannot be read, or none of its headings is known
 */
export async function readTable(
  bench: Workbench,
  file: SourceFile,
  schema: TableSchema,
  table: string,
): Promise<ReadTable> {
  const dataset = schema.id;
  const places = await placeColumns(bench, file, schema);
  if (file.assumedEncoding !== null) {
    await bench.note({ code: 'encoding-assumed', file: file.name, detail: file.assumedEncoding, dataset });
  }
  if (places.length === 0) throw new LoadError(`${file.name}: none of its headings is a column of ${schema.title}`);
  if (file.passedOver !== undefined) await notePassedOver(bench, file, file.passedOver, dataset);
  await runReading(bench, file, places, table);
  // The rows of a Parquet file are counted as they would stand in a CSV file, below a header.
  const counted = file.parquet ? `${quoted(table)}.rowid + 2` : await noteRejects(bench, file, schema, table);
  const line = file.lineColumn === undefined ? counted : `${quoted(table)}._line`;
  const present = places.map(({ name }) => name);
  await noteProblems(bench, file, schema, await rereadDoubtful(bench, places, table), table, line);
  await refuseDoubles(bench, { file: file.name, schema, table, present, line });
  return { table, present, line };
}

/** Notes the records that did not come as far as the table. */
async function notePassedOver(bench: Workbench, file: SourceFile, path: string, dataset: string): Promise<void> {
  const passed = `read_csv(${literal(path)}, auto_detect = false, header = true, quote = '"', escape = '"',
    columns = {'code': 'varchar', 'line': 'bigint', 'detail': 'varchar'})`;
  const kinds = await bench.rows<{ code: FindingCode; detail: string | null }>(
    `select distinct code, detail from ${passed} order by all`,
  );
  for (const { code, detail } of kinds) {
    const where = `code = ${literal(code)} and detail is not distinct from ${detail === null ? 'null' : literal(detail)}`;
    await bench.noteEach(
      code,
      `select ${literal(file.name)} as file, line as "row", ${literal(dataset)} as dataset from ${passed} where ${where}`,
      detail ?? '',
    );
  }
}

/** Matches the header to the schema; unknown and doubled columns are noted. */
async function placeColumns(bench: Workbench, file: SourceFile, schema: TableSchema): Promise<Place[]> {
  const dataset = schema.id;
  const known = new Map(Object.keys(schema.columns).map((name) => [name.toLowerCase(), name]));
  const positions = new Map<string, number>();
  for (const [position, heading] of file.header.entries()) {
    const name = known.get(heading.toLowerCase());
    const finding = { file: file.name, row: file.headerLine ?? 1, column: heading, dataset };
    if (heading === file.lineColumn) continue;
    if (name === undefined) await bench.note({ ...finding, code: 'column-unknown', detail: schema.title });
    else if (positions.has(name)) await bench.note({ ...finding, code: 'column-twice' });
    else positions.set(name, position);
  }
  return Object.entries(schema.columns).flatMap(([name, column]) => {
    const position = positions.get(name);
    if (position === undefined) return [];
    return [{ name, column, position, ...cellAndReading(file, column, position) }];
  });
}

/** How a cell is trimmed and read: as text, and in a file that says its types by its type. */
function cellAndReading(file: SourceFile, column: Column, position: number): Pick<Place, 'cell' | 'reading'> {
  const [c, v, r] = [`c${position}`, `_v${position}`, `_r${position}`];
  const type = file.parquet?.[position]?.type;
  if (type !== undefined) return { cell: typedCell(column, type, c), reading: typedReading(column, type, v, r) };
  return { cell: `${file.mayHaveOddSpaces ? 'tidy_any' : 'tidy_plain'}(${c})`, reading: readingOf(column, v, r) };
}

/** Reads; a file whose line ends are mixed is read from a copy with one kind. */
async function runReading(bench: Workbench, file: SourceFile, places: readonly Place[], table: string): Promise<void> {
  try {
    await bench.run(readSql(file, file.readable, places, table));
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('INTERRUPT')) throw error;
    if (error instanceof TooLarge) throw new TooLarge(file.name);
    if (file.parquet) throw unreadable(file.name, error);
    const copy = await withPlainLineEnds(file);
    const { errors, scans } = rejectTables(table);
    await bench.run(`drop table if exists ${quoted(errors)}; drop table if exists ${quoted(scans)}`);
    await bench.run(readSql(file, copy, places, table)).catch((error: Error) => {
      throw new LoadError(`${file.name} cannot be read as CSV: ${error.message.split('\n')[0]}`);
    });
  }
}

/** The statement that reads what is written in the usual form, and sets beside it the cells that are not. */
function readSql(file: SourceFile, path: string, places: readonly Place[], table: string): string {
  const list = (columns: readonly string[]) => columns.join(', ');
  const trimmed = places.map(({ position, cell }) => `${cell} as _v${position}`);
  const read = places.map(({ position, reading }) => `${reading.plain} as _k${position}`);
  const kept = [
    ...places.map(({ name, position }) => `_k${position} as ${quoted(name)}`),
    ...places
      .filter(({ reading }) => reading.problem !== null)
      .map(({ position }) => `case when _k${position} is null then _v${position} end as ${leftOut(position)}`),
  ];
  if (file.lineColumn !== undefined) {
    const lines = `c${file.header.indexOf(file.lineColumn)}`;
    trimmed.push(`${lines}::bigint as _line`);
    kept.push('_line');
  }
  return `create or replace temp table ${quoted(table)} as
    select ${list(kept)} from (
      select *, ${list(read)} from (
        select ${list(trimmed)} from ${cellsSql(file, path, table)}))`;
}

/** The column that holds, as written, the cells of a column that were not read at once. */
const leftOut = (position: number) => `${writtenMark}${position}`;

/**
 * Reads the cells that are not written in the usual form, in the columns that have any.
 *
 * @returns those columns; the table then has for each the number of the problem, and the cell where it has one
 */
async function rereadDoubtful(bench: Workbench, places: readonly Place[], table: string): Promise<Place[]> {
  const possible = places.filter(({ reading }) => reading.problem !== null);
  if (possible.length === 0) return [];
  const totals = possible.map(({ position }) => `count(${leftOut(position)}) as ${leftOut(position)}`);
  const [left] = await bench.rows<Record<string, number>>(`select ${totals.join(', ')} from ${quoted(table)}`);
  const doubtful = possible.filter(({ position }) => left?.[leftOut(position)]);
  if (doubtful.length === 0) return [];
  const straight = doubtful.flatMap(({ position, reading }) =>
    reading.straight === null ? [] : [`${reading.straight} as _r${position}`],
  );
  const cells = doubtful.map(({ position }) => `${leftOut(position)} as _v${position}`);
  const problems = doubtful.map(({ position, reading }) => `(${reading.problem})::utinyint as _p${position}`);
  const values = doubtful.map(({ name, position, reading }) => {
    const value = `coalesce(${quoted(name)}, ${reading.value}) as ${quoted(name)}`;
    return [value, `case when _p${position} is not null then ${leftOut(position)} end as ${leftOut(position)}`];
  });
  await bench.run(`create or replace temp table ${quoted(table)} as
    select * exclude (${doubtful.flatMap(({ position, reading }) => [`_v${position}`, ...(reading.straight === null ? [] : [`_r${position}`])]).join(', ')})
      replace (${values.flat().join(', ')})
    from (
      select *, ${problems.join(', ')} from (
        select *${straight.map((one) => `, ${one}`).join('')} from (
          select *, ${cells.join(', ')} from ${quoted(table)})))`);
  return doubtful;
}

/** The cells of a file as they stand in it: a relation of c0, c1 and so on. */
export function cellsSql(file: SourceFile, path: string, table: string): string {
  if (file.parquet) return parquetCells(file.parquet, path);
  const cells = file.header.map((_, position) => `'c${position}': 'varchar'`);
  const rejects = rejectTables(table);
  return `read_csv(${literal(path)},
            auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = {${cells.join(', ')}},
            nullstr = ${emptyMarkList}, store_rejects = true, rejects_limit = 0,
            rejects_table = '${rejects.errors}', rejects_scan = '${rejects.scans}')`;
}

/** Notes every value that was refused, repaired or kept with doubt. */
async function noteProblems(
  bench: Workbench,
  file: SourceFile,
  schema: TableSchema,
  doubtful: readonly Place[],
  table: string,
  line: string,
): Promise<void> {
  for (const { name, column, position, reading } of doubtful) {
    const problems = await bench.rows<{ number: number }>(
      `select distinct _p${position} as number from ${quoted(table)} where _p${position} is not null order by number`,
    );
    const shown = masked(`${leftOut(position)}::varchar`, column.personal);
    for (const { number } of problems) {
      const code = reading.problems[number - 1];
      if (code === undefined) continue;
      await bench.noteEach(
        code,
        `select ${literal(file.name)} as file, ${line} as "row", ${literal(name)} as "column", ${shown} as "value",
          ${literal(schema.id)} as dataset
        from ${quoted(table)} where _p${position} = ${number}`,
        column.title ?? name,
      );
    }
  }
}
