import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { type Diagnostic, diagnose, type Place } from './diagnostic.ts';
import { yamlSource } from './source/yaml-source.ts';

/** The files of one pack as text. The only part of this room that touches a disk; everything after it is pure. */
export interface Layer {
  /** Absolute path of the pack's folder. */
  readonly folder: string;
  /** The folder as shown in diagnostics: from the working folder where it lies below it. */
  readonly shown: string;
  /** Path in the folder, with forward slashes, to content. */
  readonly files: ReadonlyMap<string, string>;
}

const name = /^[a-z][a-z0-9-]*$/;

/** Reads a pack and those it extends: the pack asked for first, the one that all build on last. */
export async function readLayers(
  nameOrFolder: string,
  packsFolder: string,
): Promise<{ layers: Layer[]; diagnostics: Diagnostic[] }> {
  const layers: Layer[] = [];
  let wanted = nameOrFolder;
  let base = process.cwd();
  let from: Place = { file: nameOrFolder, line: 1, column: 1 };
  for (;;) {
    const folder = await findPack(wanted, base, packsFolder);
    if (folder === null) {
      const allowed = await packNames(packsFolder);
      return { layers, diagnostics: [diagnose('pack-not-found', from, { found: wanted, allowed })] };
    }
    if (layers.some((layer) => layer.folder === folder)) {
      const detail = [...layers.map((layer) => layer.shown), shownPath(folder)].join(' > ');
      return { layers, diagnostics: [diagnose('extends-loop', from, { found: wanted, words: { detail } })] };
    }
    const layer = { folder, shown: shownPath(folder), files: await readTexts(folder) };
    layers.push(layer);
    const file = `${layer.shown}/pack.yaml`;
    const { source } = yamlSource(file, layer.files.get('pack.yaml') ?? '');
    const parent = parentOf(source?.value);
    if (parent === null) return { layers, diagnostics: [] };
    wanted = parent;
    base = folder;
    from = source?.place(['extends'], 'value') ?? from;
  }
}

function parentOf(value: unknown): string | null {
  if (value === null || typeof value !== 'object' || !('extends' in value)) return null;
  return typeof value.extends === 'string' ? value.extends : null;
}

/** A plain name is looked for under packs/ first, then as a folder. */
async function findPack(wanted: string, base: string, packsFolder: string): Promise<string | null> {
  const candidates = [...(name.test(wanted) ? [join(packsFolder, wanted)] : []), resolve(base, wanted)];
  for (const folder of candidates) if (await isFile(join(folder, 'pack.yaml'))) return resolve(folder);
  return null;
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ?? false;
}

async function packNames(packsFolder: string): Promise<string[]> {
  const entries = await readdir(packsFolder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

async function readTexts(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort();
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), 'utf8')));
  return new Map(paths.map((path, index) => [path, (texts[index] ?? '').replace(/^\uFEFF/, '')]));
}

function shownPath(folder: string): string {
  const below = relative(process.cwd(), folder);
  return below.startsWith('..') || below === '' ? folder : below.split(sep).join('/');
}
