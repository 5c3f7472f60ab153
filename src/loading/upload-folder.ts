import { createWriteStream } from 'node:fs';
import { chmod, mkdir, readdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { bytesInWords, uploadLimits } from './limits.ts';
import { safeName } from './safe-name.ts';
import { filesFolder } from './sources.ts';

/** A file on its way in. */
export interface IncomingFile {
  /** As the browser names it; never to be trusted. */
  readonly name: string;
  readonly content: Readable;
}

export interface ReceivedFile {
  readonly name: string;
  readonly bytes: number;
}

type Limits = Readonly<Record<'files' | 'fileBytes' | 'totalBytes', number>>;

/** Files that are not taken, and why, in words for the person who sent them. Nothing of them is kept. */
export class UploadRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UploadRefusal';
  }
}

/** Where files wait to be loaded: inside the data folder, one folder a process, for its owner alone. */
const parentOf = (data: string): string => join(data, 'uploads');
const ownOf = (data: string): string => join(parentOf(data), String(process.pid));

/** Removes what a process that ended before its time left behind. */
export async function sweepUploads(data: string): Promise<void> {
  for (const name of await readdir(parentOf(data)).catch(() => [])) {
    if (!isAnotherProcess(Number(name))) await rm(join(parentOf(data), name), { recursive: true, force: true });
  }
}

function isAnotherProcess(pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 1 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** @throws UploadRefusal where so much does not fit */
export async function makeUploadFolder(data: string, id: string, expectedBytes: number | null): Promise<string> {
  if (expectedBytes !== null && expectedBytes > uploadLimits.totalBytes + (1 << 20)) throw tooMuch(uploadLimits);
  const folder = uploadFolder(data, id);
  await mkdir(data, { recursive: true });
  for (const path of [parentOf(data), ownOf(data), folder, join(folder, filesFolder)]) {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await chmod(path, 0o700);
  }
  const { bavail, bsize } = await statfs(folder);
  if ((expectedBytes ?? 0) + uploadLimits.spareBytes > bavail * bsize) {
    await removeUploadFolder(data, id);
    throw new UploadRefusal(`There is not enough room on the disk: ${bytesInWords(bavail * bsize)} are free`);
  }
  return folder;
}

/** The folder of an upload. */
export function uploadFolder(data: string, id: string): string {
  return join(ownOf(data), id);
}

export async function removeUploadFolder(data: string, id: string): Promise<void> {
  await rm(uploadFolder(data, id), { recursive: true, force: true });
}

/**
 * Writes files into a folder as they come, without holding them in memory. All files are read to their end even where one
 * is refused, because a browser shows an answer only when it has sent everything.
 *
 * @throws UploadRefusal
 */
export async function receiveFiles(
  folder: string,
  files: AsyncIterable<IncomingFile>,
  limits: Limits = uploadLimits,
): Promise<ReceivedFile[]> {
  const received: ReceivedFile[] = [];
  const names = new Set<string>();
  let refusal: UploadRefusal | null = null;
  let left = limits.totalBytes;
  for await (const { name: given, content } of files) {
    const name = safeName(given);
    refusal ??= name === null ? null : refusalOf(name, names, limits);
    if (refusal !== null || name === null) {
      await drain(content);
      continue;
    }
    names.add(name.toLowerCase());
    const room = Math.min(left, limits.fileBytes);
    const bytes = await write(join(folder, filesFolder, name), content, room);
    if (bytes > room) refusal = room === left ? tooMuch(limits) : tooLarge(name, limits);
    left -= bytes;
    received.push({ name, bytes });
  }
  if (refusal !== null) throw refusal;
  if (received.length === 0) throw new UploadRefusal('Choose the files to load');
  return received;
}

function refusalOf(name: string, names: ReadonlySet<string>, { files }: Limits): UploadRefusal | null {
  if (names.size >= files) {
    return new UploadRefusal(`Choose at most ${files} files: more came than that`);
  }
  return names.has(name.toLowerCase())
    ? new UploadRefusal(`Two of the files are called ${name}: load them one after the other, or rename one`)
    : null;
}

function tooLarge(name: string, { fileBytes }: Limits): UploadRefusal {
  return new UploadRefusal(`${name} is larger than ${bytesInWords(fileBytes)}: load it by command`);
}

function tooMuch({ totalBytes }: Limits): UploadRefusal {
  return new UploadRefusal(`The files are larger than ${bytesInWords(totalBytes)} together: load them by command`);
}

/** Writes at most `room` bytes; what comes beyond is counted and thrown away. */
async function write(path: string, content: Readable, room: number): Promise<number> {
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(null, bytes > room ? undefined : chunk);
    },
  });
  await pipeline(content, counted, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
  return bytes;
}

async function drain(content: Readable): Promise<void> {
  content.resume();
  await new Promise<void>((resolve, reject) => {
    content.once('end', resolve).once('error', reject).once('close', resolve);
  });
}
