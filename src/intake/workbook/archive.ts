import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { WorkbookError, workbookLimits } from './limits.ts';

interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const damaged = () => new WorkbookError('the file is damaged: its parts cannot be found');

/** The parts of a ZIP archive, read one at a time and never whole; sizes are known before anything is unpacked. */
export class Archive {
  private readonly path: string;
  private readonly handle: FileHandle;
  private readonly entries: ReadonlyMap<string, Entry>;

  private constructor(path: string, handle: FileHandle, entries: ReadonlyMap<string, Entry>) {
    this.path = path;
    this.handle = handle;
    this.entries = entries;
  }

  /** @throws WorkbookError not a ZIP archive, damaged, or with more parts than are read */
  static async open(path: string): Promise<Archive> {
    const handle = await open(path, 'r');
    try {
      return new Archive(path, handle, await readDirectory(handle));
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** The bytes that a part declares to have, unpacked; 0 where it is not there. */
  sizeOf(name: string): number {
    return this.entries.get(name)?.unpacked ?? 0;
  }

  /** The bytes of a part in pieces. @throws WorkbookError damaged, or longer than declared */
  async *bytes(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw new WorkbookError(`the part ${name} is missing`);
    const local = await this.read(entry.offset, 30);
    if (local.length < 30 || local.readUInt32LE(0) !== 0x04034b50) throw damaged();
    const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
    let length = 0;
    let crc = 0;
    for await (const piece of this.unpack(entry, start)) {
      length += piece.length;
      if (length > entry.unpacked) throw new WorkbookError(`the part ${name} is longer than it declares`);
      crc = crc32(piece, crc);
      yield piece;
    }
    if (length !== entry.unpacked || crc !== entry.crc) throw new WorkbookError(`the part ${name} is damaged`);
  }

  async close(): Promise<void> {
    await this.handle.close();
  }

  private async *unpack({ method, packed }: Entry, start: number): AsyncGenerator<Buffer> {
    if (packed === 0) return;
    const stored = createReadStream(this.path, { start, end: start + packed - 1, highWaterMark: 1 << 18 });
    if (method === 0) {
      yield* stored as AsyncIterable<Buffer>;
      return;
    }
    const inflate = createInflateRaw({ chunkSize: 1 << 18 });
    stored.on('error', (error) => inflate.destroy(error));
    try {
      yield* stored.pipe(inflate) as AsyncIterable<Buffer>;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw code?.startsWith('Z_') ? new WorkbookError('the file is damaged: a part cannot be unpacked') : error;
    } finally {
      stored.destroy();
    }
  }

  private async read(position: number, length: number): Promise<Buffer> {
    const { buffer, bytesRead } = await this.handle.read(Buffer.alloc(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  }
}

/** Reads the directory at the end of the archive (APPNOTE 4.3.16, 4.3.14 and 4.3.12). */
async function readDirectory(handle: FileHandle): Promise<Map<string, Entry>> {
  const { size } = await handle.stat();
  if (size > workbookLimits.bytes) throw new WorkbookError(`it is larger than ${workbookLimits.bytes / 1e6} MB`);
  const tailLength = Math.min(size, 65_557 + 20);
  const { buffer: tail } = await handle.read(Buffer.alloc(tailLength), 0, tailLength, size - tailLength);
  if (tail.length >= 8 && size >= 8) await refuseOther(handle);
  const end = tail.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || end + 22 > tail.length) throw damaged();
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  if (count > workbookLimits.entries) throw new WorkbookError(`it has more than ${workbookLimits.entries} parts`);
  if (offset + length > size) throw damaged();
  const { buffer: directory } = await handle.read(Buffer.alloc(length), 0, length, offset);
  const entries = new Map<string, Entry>();
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw damaged();
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    const name = directory.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/');
    if ((directory.readUInt16LE(at + 8) & 1) === 1) throw new WorkbookError('it is protected by a password');
    const entry = {
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      ...sizes(directory, at, directory.subarray(nameEnd, extraEnd)),
    };
    if (entry.method !== 0 && entry.method !== 8)
      throw new WorkbookError(`the part ${name} is packed in an unknown way`);
    entries.set(name, entry);
    at = extraEnd + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** Sizes and place of an entry; those of 0xffffffff stand in its ZIP64 field instead (APPNOTE 4.5.3). */
function sizes(directory: Buffer, at: number, extra: Buffer): Pick<Entry, 'packed' | 'unpacked' | 'offset'> {
  const plain = [directory.readUInt32LE(at + 24), directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 42)];
  let field = Buffer.alloc(0);
  for (let place = 0; place + 4 <= extra.length; place += 4 + extra.readUInt16LE(place + 2)) {
    if (extra.readUInt16LE(place) === 1) field = Buffer.from(extra.subarray(place + 4));
  }
  let read = 0;
  const [unpacked = 0, packed = 0, offset = 0] = plain.map((value) => {
    if (value !== 0xffffffff) return value;
    if (read + 8 > field.length) throw damaged();
    read += 8;
    return Number(field.readBigUInt64LE(read - 8));
  });
  return { unpacked, packed, offset };
}

/** Files that are called workbooks and are of another kind get a message of their own. */
async function refuseOther(handle: FileHandle): Promise<void> {
  const { buffer } = await handle.read(Buffer.alloc(8), 0, 8, 0);
  const mark = buffer.toString('hex');
  if (mark === 'd0cf11e0a1b11ae1') {
    throw new WorkbookError(
      'it is protected by a password, or in the format of before 2007: save it as .xlsx without one',
    );
  }
  if (!mark.startsWith('504b')) throw new WorkbookError('it is no workbook');
}
