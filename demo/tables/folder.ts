import { type Cell, CsvFiles } from '../csv-files.ts';
import { columns, type Row, type TableName } from './columns.ts';

/** A row as written: the cells in the order of the table's columns. */
export type Cells = Cell[];

/** Looks at each row on its way out and says which rows are written in its place (a defect, a copy, or none). */
export type Filter = (table: TableName, cells: Cells) => readonly Cells[];

/** The tables of the county as CSV files, each row looked at by a filter before it is written. */
export class Folder {
  private readonly files: CsvFiles;
  private readonly filter: Filter;

  /** Makes the folder where it is missing; files of the same names are replaced. */
  constructor(path: string, filter: Filter) {
    this.files = new CsvFiles(path, columns);
    this.filter = filter;
  }

  write<T extends TableName>(table: T, row: Row<T>): void {
    const values = row as Readonly<Record<string, Cell>>;
    const names: readonly string[] = columns[table];
    for (const cells of this.filter(
      table,
      names.map((column) => values[column]),
    )) {
      this.files.write(table, cells);
    }
  }

  /** Writes what is still held back and closes the files; gives the number of rows of each table and of all bytes. */
  close(): { rows: Record<string, number>; bytes: number } {
    return this.files.close();
  }
}
