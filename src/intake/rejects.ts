import { literal, quoted } from '../warehouse/index.ts';
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
  for (const [type, text] of rejected > 0 ? await reasonsOf(bench, errors) : []) {
    await bench.noteEach(
      'row-ragged',
      `select ${literal(file.name)} as file, line as "row", ${literal(schema.id)} as dataset
      from (select line, min(error_type::varchar) as error_type from ${quoted(errors)} group by line)
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
