import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row, Tables, Value } from './notions/tables.ts';
import { columns } from './random/columns.ts';

const yes = ['Y', 'Yes', '1', 'true', 'y', 'YES'];
const no = ['N', 'No', '0', 'false', 'n', 'NO'];

/** A cell as some system might spell it; the number decides which spelling, so that the same rows give the same file. */
function cell(value: Value | undefined, spelling: number): string {
  if (value === null || value === undefined) return '';
  if (value === true) return yes[spelling % yes.length] ?? 'Y';
  if (value === false) return no[spelling % no.length] ?? 'N';
  const written = String(value);
  if (/^\d{4}-\d\d-\d\d$/.test(written)) {
    if (spelling % 7 === 0) return `${written} 23:59:59`;
    if (spelling % 11 === 0) return `${written}T00:00:00`;
  }
  return /[",\r\n]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written;
}

function csv(header: readonly string[], rows: readonly Row[]): string {
  const lines = rows.map((row, place) => header.map((column, at) => cell(row[column], place * 5 + at)).join(','));
  return `${[header.join(','), ...lines].join('\n')}\n`;
}

/**
 * Writes a folder of CSV files, one a dataset, named and headed as the dataset. Every dataset that an indicator reads
 * gets a file with all its columns, empty or not; dates sometimes have a time part and yes-no any of its spellings.
 */
export function writeExtract(tables: Tables, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const dataset of new Set([...Object.keys(columns), ...Object.keys(tables)])) {
    const rows = tables[dataset] ?? [];
    const header = new Set([...(columns[dataset] ?? []), ...rows.flatMap((row) => Object.keys(row))]);
    writeFileSync(join(folder, `${dataset}.csv`), csv([...header], rows));
  }
}
