import { parse } from 'csv-parse/sync';
import type { ReturnRows } from '../../demo/returns/index.ts';

export { returnAsXml } from '../../demo/returns/index.ts';

/** The rows of CSV files, by file name without its ending. */
export function rowsOf(files: Readonly<Record<string, string>>): ReturnRows {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name.toLowerCase().replace(/\.csv$/, ''),
      parse(text, { columns: true, bom: true, skip_empty_lines: true }) as Record<string, string>[],
    ]),
  );
}
