import { join } from 'node:path';
import { Archive } from './archive.ts';
import { WorkbookError } from './limits.ts';
import { readSheet } from './sheet.ts';
import { type SheetNote, SheetTable } from './sheet-table.ts';
import { readStructure } from './structure.ts';

/** What the reading process is asked to do. */
export interface WorkbookRequest {
  readonly path: string;
  /** Where the CSV files go. */
  readonly folder: string;
  /** Headings by which a header is known, as `foldedHeading` gives them. */
  readonly known: readonly string[];
}

/** A sheet that has become a CSV file. */
export interface SheetFile {
  readonly name: string;
  /** The name of its file in the folder. */
  readonly file: string;
  readonly header: readonly string[];
  /** The row of the header. */
  readonly headerRow: number;
  readonly rows: number;
  readonly notes: readonly SheetNote[];
}

export type WorkbookAnswer =
  | { readonly sheets: readonly SheetFile[] /** Why some sheet could not be read. */; readonly lost: readonly string[] }
  | { readonly refused: string };

/** Turns the sheets of a workbook into CSV files. What is wrong with it as a whole is an answer, not an error. */
export async function readWorkbook({ path, folder, known }: WorkbookRequest): Promise<WorkbookAnswer> {
  let archive: Archive | null = null;
  try {
    archive = await Archive.open(path);
    const structure = await readStructure(archive);
    const headings = new Set(known);
    const sheets: SheetFile[] = [];
    for (const [index, { name, part }] of structure.sheets.entries()) {
      const file = `${index + 1}.csv`;
      const table = new SheetTable(join(folder, file), headings);
      const beyond = await readSheet(
        archive,
        part,
        structure,
        (row) => table.take(row),
        () => table.drain(),
      );
      await table.close();
      const notes = [
        ...table.notes,
        ...(beyond === null ? [] : [{ code: 'cells-without-heading' as const, row: beyond }]),
      ];
      sheets.push({ name, file, header: table.header, headerRow: table.headerRow, rows: table.rows, notes });
    }
    return { sheets, lost: structure.lost };
  } catch (error) {
    if (error instanceof WorkbookError) return { refused: error.message };
    throw error;
  } finally {
    await archive?.close();
  }
}
