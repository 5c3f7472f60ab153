import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** What stands in a cell; null and undefined are an empty cell. */
export type Cell = string | number | null | undefined;

const bufferedCharacters = 256 * 1024;
const needsQuotes = /[",\r\n]|^\s|\s$/;

function written(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  return needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

interface OpenFile {
  readonly descriptor: number;
  text: string;
  rows: number;
  bytes: number;
}

/** A folder of CSV files, one per table, written as the rows come. Every table gets its file, even without rows. */
export class CsvFiles {
  private readonly files = new Map<string, OpenFile>();

  /**
   * Makes the folder where it is missing; files of the same names are replaced.
   *
   * @param columns the columns of each table, in the order in which they are written
   */
  constructor(path: string, columns: Readonly<Record<string, readonly string[]>>) {
    mkdirSync(path, { recursive: true });
    for (const [table, names] of Object.entries(columns)) {
      this.files.set(table, {
        descriptor: openSync(join(path, `${table}.csv`), 'w'),
        text: `${names.join(',')}\n`,
        rows: 0,
        bytes: 0,
      });
    }
  }

  /** Writes one row, its cells in the order of the table's columns. */
  write(table: string, cells: readonly Cell[]): void {
    const file = this.files.get(table);
    if (file === undefined) throw new Error(`The demo has no table ${table}.`);
    let line = '';
    for (let i = 0; i < cells.length; i++) line += i === 0 ? written(cells[i]) : `,${written(cells[i])}`;
    file.text += `${line}\n`;
    file.rows++;
    if (file.text.length > bufferedCharacters) this.flush(file);
  }

  /** Writes what is still held back and closes the files; gives the number of rows of each table and of all bytes. */
  close(): { rows: Record<string, number>; bytes: number } {
    const rows: Record<string, number> = {};
    let bytes = 0;
    for (const [table, file] of this.files) {
      this.flush(file);
      closeSync(file.descriptor);
      rows[table] = file.rows;
      bytes += file.bytes;
    }
    return { rows, bytes };
  }

  private flush(file: OpenFile): void {
    if (file.text !== '') file.bytes += writeSync(file.descriptor, file.text);
    file.text = '';
  }
}
