import { stat } from 'node:fs/promises';
import { literal, quoted } from '../warehouse/index.ts';
import { LoadError } from './load-error.ts';
import type { TableSchema } from './read-table.ts';
import type { SourceFile } from './source-file.ts';
import type { Workbench } from './workbench.ts';

/** Where the CSV reader writes down the records that it could not take. */
export function rejectTables(table: string): { errors: string; scans: string } {
  return { errors: `${table}_rejects`, scans: `${table}_scans` };
}

/** Why a record was not taken, in our words, by the reader's name for it. */
const reasons: Readonly<Record<string, string>> = {
  'MISSING COLUMNS': 'The row has fewer cells than the header',
  'TOO MANY COLUMNS': 'The row has more cells than the header',
  'UNQUOTED VALUE': 'The row has a quotation mark that is not closed, or not doubled inside a quoted cell',
  'LINE SIZE OVER MAXIMUM': 'The row is longer than two million characters',
  'INVALID UNICODE': 'The row holds bytes that are not text',
};

/**
 * Notes the records that could not be read.
 *
 * @returns SQL over the table for the line of a row's record: what was passed over before it is counted in
 */
export async function noteRejects(
  bench: Workbench,
  file: SourceFile,
  schema: TableSchema,
  table: string,
): Promise<string> {
  const { errors } = rejectTables(table);
  const straight = `${quoted(table)}.rowid + 2`;
  const rejected = await bench.count(`select count(*) from ${quoted(errors)}`);
  if (rejected === 0 && !file.mayHaveBlankLines) return straight;
  if (rejected > 0) await noteSwallowed(bench, file, schema.id, errors);
  for (const [type, text] of rejected > 0 ? await reasonsOf(bench, errors) : []) {
    await bench.noteEach(
      'row-ragged',
      `select ${literal(file.name)} as file, line as "row", ${literal(schema.id)} as dataset
      from (select line, min(error_type::varchar) as error_type from ${quoted(errors)} group by line
        having count(*) filter (${swallowing}) = 0)
      where error_type = ${literal(type)}`,
      text,
    );
  }
  const passedOver = [
    `select distinct line from ${quoted(errors)}`,
    ...(file.mayHaveBlankLines ? [blankLines(file)] : []),
  ];
  // A record passed over as the n-th of its kind on line l has l - 1 - n rows of the table before it.
  const gaps = quoted(`${table}_gaps`);
  await bench.run(`create or replace temp table ${gaps} as
    select line - 1 - row_number() over (order by line) as rows_before from (${passedOver.join(' union ')})`);
  return `${straight} + (select count(*) from ${gaps} where rows_before <= ${quoted(table)}.rowid)`;
}

/** The record as the reader tells it, which is all of it up to ten thousand characters; a line end may stand before it. */
const told = `trim(csv_line, chr(10) || chr(13))`;
const longestTold = 10_000;
const isQuote = `error_type = 'UNQUOTED VALUE'`;
/** SQL over the errors: a quotation mark that is not closed has taken the lines below with it. */
const swallowing = `${isQuote} and contains(${told}, chr(10))`;

/**
 * Notes the records that a quotation mark has joined with the lines below them, and how many lines those are.
 *
 * @throws LoadError where they are all the rest of the file: what is left would pass for the whole
 */
export async function noteSwallowed(
  bench: Workbench,
  file: SourceFile,
  dataset: string,
  errors: string,
): Promise<void> {
  const found = await bench.rows<{ row: number; end: number; length: number; lines: number }>(
    `select line as "row", line_byte_position - 1 + strlen(csv_line) as "end", length(csv_line) as length,
      len(${told}) - len(replace(${told}, chr(10), '')) as lines
    from ${quoted(errors)} where ${swallowing} order by line`,
  );
  if (found.length === 0) return;
  const { size } = await stat(file.readable);
  for (const { row, end, length, lines } of found) {
    if (length >= longestTold || end >= size) {
      throw new LoadError(
        `${file.name} cannot be read as CSV: in row ${row} a quotation mark is opened and not closed, and all below is taken with it`,
      );
    }
    const detail = `The row has a quotation mark that is not closed; lines below it that went with it: ${lines}`;
    await bench.note({ code: 'row-ragged', file: file.name, row, dataset, detail });
  }
}

async function reasonsOf(bench: Workbench, errors: string): Promise<[type: string, text: string][]> {
  const rows = await bench.rows<{ type: string }>(
    `select distinct error_type::varchar as type from ${quoted(errors)} order by type`,
  );
  return rows.map(({ type }) => [type, reasons[type] ?? `The row could not be read (${type.toLowerCase()})`]);
}

/** The lines without anything, counting every line as a record. */
function blankLines(file: SourceFile): string {
  return `select line from (
    select row_number() over () as line, content from read_csv(${literal(file.readable)},
      auto_detect = false, header = false, delim = '\\x1f', quote = '', escape = '', columns = {'content': 'varchar'})
  ) where coalesce(content, '') = ''`;
}
