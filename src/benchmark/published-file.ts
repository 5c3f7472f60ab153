import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { type Info, parse } from 'csv-parse';
import { BenchmarkRefusal, found } from './finding.ts';

/** The largest file that is unpacked; what unpacks to more is no statistical table. */
const largest = 2 ** 30;

/** A published file as text, whatever it was packed or written in. */
export interface PublishedFile {
  /** Its name without folder and without .gz. */
  readonly name: string;
  readonly path: string;
  /** Of the content unpacked, so that a packed and an unpacked copy are one release. */
  readonly sha256: string;
  readonly content: Buffer;
  readonly header: readonly string[];
}

/** One record of a file, with the line it begins on; the header is line 1. */
export interface PublishedRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads a file, gzip or not, UTF-8 or Windows-1252, with or without a byte-order mark.
 *
 * @throws BenchmarkRefusal file-unreadable, column-twice
 */
export async function readPublishedFile(path: string): Promise<PublishedFile> {
  const name = basename(path).replace(/\.gz$/i, '');
  const packed = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(
      name,
      error.code === 'ENOENT' ? `there is no file ${path}` : `${path} cannot be opened: ${error.message}`,
    );
  });
  const bytes = unpack(packed, name);
  const content = isUtf8(bytes) ? bytes : Buffer.from(new TextDecoder('windows-1252').decode(bytes));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { name, path, sha256, content, header: [] };
  const first = await records(file, 1).next();
  if (first.done) throw unreadable(name, 'the file is empty');
  const header = first.value.cells.map((cell) => cell.trim());
  const twice = header.find((column, index) => header.indexOf(column) !== index);
  if (twice !== undefined) throw new BenchmarkRefusal([found('column-twice', name, { row: 1, column: twice })]);
  return { ...file, header };
}

/** The records after the header, in order. */
export async function* bodyRecords(file: PublishedFile): AsyncGenerator<PublishedRecord> {
  let isHeader = true;
  for await (const record of records(file)) {
    if (!isHeader) yield record;
    isHeader = false;
  }
}

async function* records(file: Pick<PublishedFile, 'name' | 'content'>, to = -1): AsyncGenerator<PublishedRecord> {
  const parser = Readable.from([file.content]).pipe(
    parse({
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      to,
    }),
  );
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      // The reader counts the line a record ends on.
      const within = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
      yield { line: info.lines - within, cells: record };
    }
  } catch (error) {
    throw unreadable(file.name, `this is not readable CSV: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function unpack(bytes: Buffer, name: string): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: largest });
  } catch {
    throw unreadable(name, 'the packed file is damaged, or unpacks to more than 1 GB');
  }
}

function unreadable(name: string, message: string): BenchmarkRefusal {
  return new BenchmarkRefusal([found('file-unreadable', name, { message })]);
}
