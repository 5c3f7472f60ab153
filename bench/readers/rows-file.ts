import { closeSync, openSync, writeSync } from 'node:fs';

/** A CSV file written as plainly as can be: rows in blocks, cells in quotation marks where they need them. */
export class RowsFile {
  private readonly handle: number;
  private block = '';

  constructor(path: string) {
    this.handle = openSync(path, 'w');
  }

  add(cells: readonly string[]): void {
    let line = '';
    for (const cell of cells)
      line += `${line === '' ? '' : ','}${/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell}`;
    this.block += `${line}\n`;
    if (this.block.length > 1 << 16) this.flush();
  }

  private flush(): void {
    writeSync(this.handle, this.block);
    this.block = '';
  }

  close(): void {
    this.flush();
    closeSync(this.handle);
  }
}
