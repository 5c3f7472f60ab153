import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TextDecoderStream } from 'node:stream/web';
import { csvShapeOf, mayEndInTotals } from './csv-shape.ts';
import { inBlocks } from './hash-of.ts';
import type { ParquetColumn } from './parquet-file.ts';
import { plainCopy } from './plain-copy.ts';
import { sheetLine } from './workbook/sheet-line.ts';

/** A file of a delivery, by the name it was delivered under. */
export interface DeliveredFile {
  readonly name: string;
  readonly path: string;
  /** Of a sheet of a workbook: where it comes from. The file is then a CSV file made from it, `name` is `book.xlsx › Sheet`. */
  readonly sheet?: {
    readonly workbook: { readonly name: string; readonly sha256: string; readonly bytes: number };
    readonly name: string;
    /** The headings, without that of the rows. */
    readonly header: readonly string[];
    /** The row of the header. */
    readonly headerRow: number;
  };
  /** Of a Parquet file: its columns, in order. */
  readonly parquet?: readonly ParquetColumn[];
}

/** A file that has been looked through once: what it is made of, and how it can be read. */
export interface SourceFile extends DeliveredFile {
  readonly sha256: string;
  readonly bytes: number;
  /** The UTF-8 file to read: the one delivered, or a rewritten copy. */
  readonly readable: string;
  /** Where copies may be written: a path without an ending. */
  readonly copyTo: string;
  /** What the file was written in, where that is not UTF-8. */
  readonly assumedEncoding: string | null;
  /** Whether there may be lines without anything, which a CSV reader passes over. */
  readonly mayHaveBlankLines: boolean;
  /** Whether cells may begin or end with something blank that is not the plain space. */
  readonly mayHaveOddSpaces: boolean;
  /** The cells of the first record, trimmed; none in an empty file. */
  readonly header: readonly string[];
  /** The heading of the column that holds the line of each row in the file delivered, where `readable` is made from another kind. */
  readonly lineColumn?: string;
  /** A CSV file of the records that were passed over on the way to `readable`: code, line, detail. */
  readonly passedOver?: string;
  /** The line of the header in the file delivered, where that is not the first. */
  readonly headerLine?: number;
}

/**
 * Reads a file once for its hash, encoding and shape.
 *
 * @param folder where a plain copy in UTF-8 may be written
 * @param known headings by which a header is known, as `foldedHeading` gives them
 * @throws LoadError where it is CSV with a quotation mark that is never closed
 */
export async function inspectFile(
  file: DeliveredFile,
  folder: string,
  known: ReadonlySet<string> = new Set(),
): Promise<SourceFile> {
  const seen = await lookThrough(file.path);
  const copyTo = join(folder, seen.sha256);
  let readable = file.path;
  if (seen.encoding !== null) {
    readable = `${copyTo}.csv`;
    const decoded = Readable.toWeb(createReadStream(file.path)).pipeThrough(new TextDecoderStream(seen.encoding));
    await pipeline(Readable.fromWeb(decoded), createWriteStream(readable));
  }
  const beginning = await piece(readable, 'beginning');
  const shape = csvShapeOf(beginning.toString('utf8'), known);
  const table = file.sheet === undefined && !/^\s*</.test(beginning.toString('utf8', 0, 100));
  const plain = shape.delimiter === ',' && shape.above === 0;
  const rewrite = table && (!plain || mayEndInTotals((await piece(readable, 'end')).toString('utf8')));
  const copy = rewrite ? await plainCopy(file.name, readable, shape, copyTo) : null;
  return {
    ...file,
    sha256: seen.sha256,
    bytes: seen.bytes,
    readable,
    copyTo,
    assumedEncoding: seen.encoding,
    mayHaveBlankLines: copy === null && seen.blankLines,
    mayHaveOddSpaces: seen.encoding !== null || seen.oddSpaces,
    header: shape.header,
    ...copy,
    ...(file.sheet && {
      header: [sheetLine, ...file.sheet.header],
      headerLine: file.sheet.headerRow,
      lineColumn: sheetLine,
    }),
  };
}

/** A copy of a file in which every line ends in the same way. */
export async function withPlainLineEnds(file: SourceFile): Promise<string> {
  const copy = `${file.copyTo}.plain.csv`;
  let open = false;
  const plain = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      // A line end may be cut in two: its first half waits for the next chunk.
      const text = (open ? '\r' : '') + chunk.toString('latin1');
      open = text.endsWith('\r');
      done(null, Buffer.from((open ? text.slice(0, -1) : text).replace(/\r\n?/g, '\n'), 'latin1'));
    },
    flush(done) {
      done(null, open ? '\n' : null);
    },
  });
  await pipeline(createReadStream(file.readable), plain, createWriteStream(copy));
  return copy;
}

/**
 * The names in the header of a CSV file in any encoding; none where it has no readable one.
 *
 * @param known headings by which a header is known, as `foldedHeading` gives them
 */
export async function readHeader(path: string, known: ReadonlySet<string> = new Set()): Promise<readonly string[]> {
  const beginning = await piece(path, 'beginning');
  const encoding =
    encodingOf(beginning) ?? (isUtf8(beginning.subarray(0, wholeLines(beginning))) ? 'utf-8' : 'windows-1252');
  return csvShapeOf(new TextDecoder(encoding).decode(beginning), known).header;
}

/** The bytes at one end of a file. */
async function piece(path: string, which: 'beginning' | 'end'): Promise<Buffer> {
  const length = 1 << (which === 'beginning' ? 18 : 16);
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const wanted = Math.min(length, size);
    const from = which === 'beginning' ? 0 : size - wanted;
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(wanted), 0, wanted, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function wholeLines(bytes: Buffer): number {
  return bytes.lastIndexOf(10) + 1 || bytes.length;
}

/** What a file is written in by its first bytes: a mark, or every other byte zero; null: they do not say. */
function encodingOf(first: Buffer): 'utf-16le' | 'utf-16be' | null {
  const mark = first.toString('hex', 0, 4);
  if (mark.startsWith('fffe') || /^(?!00)..00(?!00)..00$/.test(mark)) return 'utf-16le';
  return mark.startsWith('feff') || /^00(?!00)..00(?!00)..$/.test(mark) ? 'utf-16be' : null;
}

interface Seen {
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: 'windows-1252' | 'utf-16le' | 'utf-16be' | null;
  readonly blankLines: boolean;
  readonly oddSpaces: boolean;
}

/** No record may be longer than two million characters; beyond this nothing is a line. */
const longestLine = 1 << 24;

async function lookThrough(path: string): Promise<Seen> {
  const hash = createHash('sha256');
  let bytes = 0;
  let first: Buffer | undefined;
  let utf8 = true;
  let blankLines = false;
  let oddSpaces = false;
  let crlf: boolean | null = null;
  let rest = Buffer.alloc(0);
  for await (const chunk of inBlocks(path)) {
    hash.update(chunk);
    bytes += chunk.length;
    first ??= chunk.subarray(0, 4);
    // Whole lines only, so that neither a character nor a blank line is cut in two; a line without end is cut all the same.
    const joined = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const end = joined.length > longestLine ? joined.length : joined.lastIndexOf(10) + 1;
    const lines = joined.subarray(0, end);
    rest = Buffer.from(joined.subarray(end));
    utf8 &&= isUtf8(lines);
    blankLines ||= lines[0] === 10 || lines[0] === 13 || lines.includes('\n\n') || lines.includes('\n\r\n');
    crlf ??= end > 0 ? lines[lines.indexOf(10) - 1] === 13 : null;
    oddSpaces ||= hasOddSpaces(joined, crlf ?? false);
  }
  const encoding = encodingOf(first ?? Buffer.alloc(0)) ?? (utf8 && isUtf8(rest) ? null : 'windows-1252');
  return { sha256: hash.digest('hex'), bytes, encoding, blankLines, oddSpaces };
}

/** Tabs, no-break spaces, line ends inside quotes, and carriage returns where lines do not end in them. */
function hasOddSpaces(bytes: Buffer, crlf: boolean): boolean {
  return bytes.includes(9) || bytes.includes(34) || bytes.includes('\u00a0') || (!crlf && bytes.includes(13));
}
