import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Hands what is written to a file or folder over to the disk, so that it outlives a power cut. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Syncs every file of a folder, then the folder itself. */
export async function syncFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await sync(join(folder, name));
  await sync(folder);
}

/** Writes a file so that a reader sees the old content or the new, never a part, whenever the process dies. */
export async function replaceFile(path: string, content: string): Promise<void> {
  const fresh = `${path}.${process.pid}.new`;
  const handle = await open(fresh, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, path);
  await sync(dirname(path));
}

/** Deletes what `replaceFile` left of a file where its process died. Only for those who alone may write the file. */
export async function clearUnfinished(path: string): Promise<void> {
  const name = basename(path);
  for (const other of await readdir(dirname(path))) {
    if (!other.startsWith(`${name}.`) || !/^\d+\.new$/.test(other.slice(name.length + 1))) continue;
    await rm(join(dirname(path), other), { force: true });
  }
}
