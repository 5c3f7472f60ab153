import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { CellProblem } from './cell.ts';
import { headerOf, headerWithin } from './header-row.ts';
import type { SheetRow } from './sheet.ts';
import { sheetLine } from './sheet-line.ts';

/** What was passed over or is wrong in a sheet, in the words of a finding. */
export interface SheetNote {
  readonly code: 'title-rows' | 'row-total' | 'row-remark' | 'cell-error' | 'cells-without-heading';
  readonly row: number;
  readonly column?: string;
  readonly value?: string;
}

/** Of one kind no more than these are noted in a sheet. */
const notedAtMost = 1000;

/**
 * Writes a sheet as a CSV file, whose first column is the row that each record stood in. What is no record (titles, totals,
 * remarks, rows that hold nothing) is left out.
 */
export class SheetTable {
  readonly notes: SheetNote[] = [];
  /** The headings, in order; empty until the header is found. */
  header: readonly string[] = [];
  /** The row of the header. */
  headerRow = 1;
  rows = 0;
  private readonly file: WriteStream;
  /** Lines that are not yet on their way to the disk. */
  private block = '';
  private readonly known: ReadonlySet<string>;
  private first: SheetRow[] | null = [];
  /** The column of each heading. */
  private columns: readonly number[] = [];
  private lastRow = 0;
  private readonly counts = new Map<string, number>();

  constructor(path: string, known: ReadonlySet<string>) {
    this.file = createWriteStream(path);
    this.known = known;
  }

  /** Takes the next row that holds something. */
  take(row: SheetRow): void {
    if (this.first === null) this.write(row);
    else {
      this.first.push(row);
      if (this.first.length >= headerWithin) this.begin();
    }
  }

  /** Waits until what was taken is on its way to the disk. */
  async drain(): Promise<void> {
    if (this.file.writableNeedDrain) await once(this.file, 'drain');
  }

  async close(): Promise<void> {
    this.begin();
    this.flush();
    this.file.end();
    await finished(this.file);
  }

  private begin(): void {
    const rows = this.first ?? [];
    this.first = null;
    const header = headerOf(rows, this.known);
    if (!header) return;
    const headings = header.cells.map((cell) => (typeof cell === 'string' ? cell : ''));
    this.columns = headings.flatMap((heading, column) => (heading ? [column] : []));
    this.header = this.columns.map((column) => headings[column] ?? '');
    const [title] = rows;
    if (title && title.number < header.number) this.note({ code: 'title-rows', row: title.number });
    this.headerRow = header.number;
    this.put(sheetLine, this.header);
    for (const row of rows) if (row.number > header.number) this.write(row);
  }

  private write(row: SheetRow): void {
    const passedOver = this.passedOver(row);
    if (passedOver) {
      this.note({ code: passedOver, row: row.number });
      return;
    }
    const cells = this.columns.map((column, index) => this.text(row, row.cells[column], this.header[index] ?? ''));
    const filled = row.cells.filter((cell) => cell !== undefined).length;
    const taken = this.columns.filter((column) => row.cells[column] !== undefined).length;
    if (filled > taken) this.note({ code: 'cells-without-heading', row: row.number });
    this.lastRow = row.number;
    if (cells.every((cell) => cell === '')) return;
    this.rows++;
    this.put(row.number, cells);
  }

  /** A total under the table, or a remark after an empty row, is no record. */
  private passedOver({ number, cells }: SheetRow): SheetNote['code'] | null {
    const filled = cells.filter((cell) => cell !== undefined);
    const [first] = filled;
    if (typeof first === 'string' && /^(grand |overall |sub-?)?totals?\b/i.test(first)) return 'row-total';
    const alone = filled.length === 1 && typeof first === 'string' && /\p{L}.*\s/u.test(first);
    return alone && this.header.length >= 4 && number > this.lastRow + 1 && this.rows > 0 ? 'row-remark' : null;
  }

  private text({ number }: SheetRow, cell: string | CellProblem | undefined, heading: string): string {
    if (cell === undefined || typeof cell === 'string') return cell ?? '';
    this.note({ code: 'cell-error', row: number, column: heading, value: cell.problem });
    return '';
  }

  private put(row: number | string, cells: readonly string[]): void {
    this.block += row;
    for (const cell of cells) this.block += `,${quotedCell(cell)}`;
    this.block += '\n';
    if (this.block.length > 1 << 16) this.flush();
  }

  private flush(): void {
    this.file.write(this.block);
    this.block = '';
  }

  private note(note: SheetNote): void {
    const count = (this.counts.get(note.code) ?? 0) + 1;
    this.counts.set(note.code, count);
    if (count <= notedAtMost) this.notes.push(note);
  }
}

function quotedCell(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
