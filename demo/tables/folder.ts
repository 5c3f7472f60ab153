import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Cell, columns, type Row, type TableName, tableNames } from './columns.ts';

/** A row as written: the cells in the order of the table's columns. */
export type Cells = Cell[];

/** Looks at each row on its way out and says which rows are written in its place (a defect, a copy, or none). */
export type Filter = (table: TableName, cells: Cells) => readonly Cells[];

const bufferedCharacters = 256 * 1024;
const needsQuotes = /[",\r\n]|^\s|\s$/;

function written(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  return needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

interface OpenFile {
  readonly descriptor: number;
  readonly columns: readonly string[];
  text: string;
  rows: number;
  bytes: number;
}

/** A folder of CSV files, one per table, written as the rows come. Every table gets its file, even without rows. */
export class Folder {
  private readonly files = new Map<TableName, OpenFile>();
  private readonly filter: Filter;

  /** Makes the folder where it is missing; files of the same names are replaced. */
  constructor(path: string, filter: Filter) {
    this.filter = filter;
    mkdirSync(path, { recursive: true });
    for (const table of tableNames) {
      const names: readonly string[] = columns[table];
      this.files.set(table, {
        descriptor: openSync(join(path, `${table}.csv`), 'w'),
        columns: names,
        text: `${names.join(',')}\n`,
        rows: 0,
        bytes: 0,
      });
    }
  }

  write<T extends TableName>(table: T, row: Row<T>): void {
    const file = this.file(table);
    const values = row as Readonly<Record<string, Cell>>;
    for (const cells of this.filter(
      table,
      file.columns.map((column) => values[column]),
    )) {
      let line = '';
      for (let i = 0; i < cells.length; i++) line += i === 0 ? written(cells[i]) : `,${written(cells[i])}`;
      file.text += `${line}\n`;
      file.rows++;
    }
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

  private file(table: TableName): OpenFile {
    const file = this.files.get(table);
    if (file === undefined) throw new Error(`The demo has no table ${table}.`);
    return file;
  }

  private flush(file: OpenFile): void {
    if (file.text !== '') file.bytes += writeSync(file.descriptor, file.text);
    file.text = '';
  }
}
