import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { returnAsXml } from './as-xml.ts';
import { type Cells, readRecords } from './records.ts';
import { type ReturnRows, returnRows } from './rows.ts';

export const returnForms = ['csv', 'xml', 'workbook'] as const;
export type ReturnForm = (typeof returnForms)[number];

interface Options {
  /** The folder of an extract of the Standard Safeguarding Dataset, as CSV files without faults. */
  readonly from: string;
  /** The folder to write into; a folder or file for each year in it. */
  readonly out: string;
  /** The years, each by the calendar year in which it ends. */
  readonly years: readonly number[];
  readonly form: ReturnForm;
}

/** Writes a return for each year; gives what is to be loaded, a folder or file a year. */
export async function writeReturns({ from, out, years, form }: Options): Promise<string[]> {
  const records = readRecords(from);
  const written: string[] = [];
  for (const year of years) {
    const path = join(out, `ssda903-${year}${{ csv: '', xml: '.xml', workbook: '.xlsx' }[form]}`);
    mkdirSync(form === 'csv' ? path : out, { recursive: true });
    const rows = returnRows(records, year);
    if (form === 'csv') writeCsv(path, rows);
    else if (form === 'xml') writeFileSync(path, returnAsXml(rows));
    else await writeBook(path, rows);
    written.push(path);
  }
  return written;
}

const filled = (rows: ReturnRows) => Object.entries(rows).filter(([, all]) => all.length > 0);
const headings = (all: readonly Cells[]) => Object.keys(all[0] ?? {});

function writeCsv(folder: string, rows: ReturnRows): void {
  for (const [name, all] of filled(rows)) {
    const columns = headings(all);
    const lines = all.map((row) => columns.map((column) => row[column] ?? '').join(','));
    writeFileSync(join(folder, `${name}.csv`), `${[columns.join(','), ...lines].join('\r\n')}\r\n`);
  }
}

/** Days are days of the workbook, as a person who types them in makes them. */
async function writeBook(path: string, rows: ReturnRows): Promise<void> {
  const sheets = filled(rows).map(([name, all]) => {
    const columns = headings(all);
    const cells = all.map((row) => columns.map((column) => cellOf(row[column] ?? '')));
    return { sheet: name, data: [columns, ...cells] };
  });
  await writeXlsxFile(sheets).toFile(path);
}

function cellOf(text: string) {
  const day = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  if (day) return { value: new Date(`${day[3]}-${day[2]}-${day[1]}T00:00:00Z`), format: 'dd/mm/yyyy' };
  return text === '' ? null : text;
}
