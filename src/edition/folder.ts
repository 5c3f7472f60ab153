import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sync } from '../warehouse/index.ts';
import { readableJson, sha256 } from './canonical.ts';
import { type EditionFile, type EditionManifest, editionPath, folderName } from './manifest.ts';

export const manifestName = 'manifest.json';

/** What goes into an edition beside its manifest: name with forward slashes to content. */
export type Contents = ReadonlyMap<string, string | Uint8Array>;

const editionsOf = (data: string): string => join(data, 'editions');

/** The files of contents, hashed, by name. */
export const filesOf = (contents: Contents): EditionFile[] =>
  [...contents]
    .map(([name, content]) => ({ name, bytes: Buffer.byteLength(content), sha256: sha256(content) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

/**
 * Writes an edition beside its place, hands it to the disk, and moves it there in one step. It is published only when it has
 * been entered in the register: until then its folder counts for nothing, and the next publication sets it aside.
 *
 * @returns the hash of the manifest, which covers every file
 */
export async function placeEdition(data: string, manifest: EditionManifest, contents: Contents): Promise<string> {
  const staging = join(editionsOf(data), `staging-${process.pid}`);
  await rm(staging, { recursive: true, force: true });
  const text = readableJson(manifest);
  const folders = new Set([staging]);
  for (const [name, content] of [...contents, [manifestName, text] as const]) {
    const path = join(staging, name);
    for (let at = dirname(path); at.length >= staging.length; at = dirname(at)) folders.add(at);
    await mkdir(dirname(path), { recursive: true });
    await writeForGood(path, content);
  }
  for (const folder of folders) await sync(folder);
  await rename(staging, join(data, editionPath(manifest.number)));
  await sync(editionsOf(data));
  return sha256(text);
}

/** Writes a file that nobody may change, and hands it to the disk. */
async function writeForGood(path: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o444);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Clears what a publication left that died: what was half written is deleted; a whole folder that never came into the
 * register is set aside, since it may be that the register is older than the folder. Only whoever holds the lock may call it.
 *
 * @param last the last number in the register
 */
export async function clearLeftovers(data: string, last: number): Promise<void> {
  const folder = editionsOf(data);
  for (const name of await readdir(folder)) {
    if (name.startsWith('staging-')) await rm(join(folder, name), { recursive: true, force: true });
    if (!/^\d{4,}$/.test(name) || Number(name) <= last) continue;
    const aside = join(folder, 'set-aside');
    await mkdir(aside, { recursive: true });
    const manifest = await readFile(join(folder, name, manifestName)).catch(() => '');
    const target = join(aside, `${name}-${sha256(manifest).slice(0, 12)}`);
    await rm(target, { recursive: true, force: true });
    await rename(join(folder, name), target);
    await sync(aside);
  }
  await sync(folder);
}

/** The numbers of the editions that have a folder. */
export async function numbersOnDisk(data: string): Promise<number[]> {
  const names = await readdir(editionsOf(data)).catch(() => []);
  return names.filter((name) => /^\d{4,}$/.test(name) && folderName(Number(name)) === name).map(Number);
}

/** Every file of an edition's folder, by name. */
export async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

/** SHA-256 of a file of any length. */
export async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}
