import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Delivery } from './format.ts';
import { LoadError } from './load-error.ts';
import type { Workbench } from './workbench.ts';

/** The files of one SOURCE: those of a folder by name, hidden ones left out, or the one file itself. */
export async function openDelivery(source: string, bench: Workbench): Promise<Delivery> {
  const found = await stat(source).catch(() => null);
  if (found === null) throw new LoadError(`There is no file or folder ${source}`);
  if (found.isFile()) return { source, files: [{ name: basename(source), path: source }], folders: [] };
  if (!found.isDirectory()) throw new LoadError(`${source} is neither a file nor a folder`);
  const entries = (await readdir(source, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.'));
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  for (const file of folders) await bench.note({ code: 'folder-not-read', file });
  const names = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  return { source, files: names.sort().map((name) => ({ name, path: join(source, name) })), folders: folders.sort() };
}
