import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type XmlNote, type XmlParsed, XmlReading, XmlRefusal } from './parse.ts';
import { headingsOf, notesFile, type XmlShape } from './shape.ts';

/** What the reading of one file is asked to do. */
export interface ParseRequest {
  /** The file, in UTF-8. */
  readonly path: string;
  /** Where the raw tables go, a CSV file each, named as they are. */
  readonly folder: string;
  readonly shape: XmlShape;
}

/** What came of it. */
export type ParseAnswer = ({ readonly done: XmlParsed } | { readonly refused: string }) & { readonly notes: number };

/** A CSV file that is written in blocks. */
class CsvFile {
  private readonly handle: number;
  private block = '';

  constructor(path: string, header: readonly string[]) {
    this.handle = openSync(path, 'w');
    this.add(header);
  }

  add(cells: readonly string[]): void {
    let separator = '';
    for (const cell of cells) {
      if (cell === '') this.block += separator;
      else this.block += `${separator}"${cell.includes('"') ? cell.replaceAll('"', '""') : cell}"`;
      separator = ',';
    }
    this.block += '\n';
    if (this.block.length > 1 << 16) this.flush();
  }

  flush(): void {
    writeSync(this.handle, this.block);
    this.block = '';
  }

  close(): void {
    this.flush();
    closeSync(this.handle);
  }
}

/** Takes one file apart. What is wrong with it as a whole is an answer, not an error. */
export function parseFile({ path, folder, shape }: ParseRequest): ParseAnswer {
  const files = new Map(
    shape.units.flatMap(({ tables }) =>
      tables.map((table) => [table.name, new CsvFile(join(folder, `${table.name}.csv`), headingsOf(table))] as const),
    ),
  );
  const notes = new CsvFile(join(folder, `${notesFile}.csv`), ['code', 'line', 'element', 'times']);
  let noted = 0;
  const reading = new XmlReading(shape, {
    row: (table, cells) => files.get(table)?.add(cells),
    note: ({ code, line, element, times }: XmlNote) => {
      noted += 1;
      notes.add([code, String(line), element, String(times)]);
    },
  });
  const input = openSync(path, 'r');
  try {
    const decoder = new TextDecoder();
    const buffer = Buffer.alloc(1 << 16);
    for (;;) {
      const read = readSync(input, buffer);
      if (read === 0) break;
      reading.write(decoder.decode(buffer.subarray(0, read), { stream: true }));
    }
    reading.write(decoder.decode());
    const done = reading.close();
    for (const file of [...files.values(), notes]) file.close();
    return { done, notes: noted };
  } catch (error) {
    if (error instanceof XmlRefusal) return { refused: error.message, notes: noted };
    throw error;
  } finally {
    closeSync(input);
  }
}
