import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Current, readCurrent } from './current.ts';
import type { Manifest } from './manifest.ts';
import { Refusal } from './refusal.ts';

/** The folder of a published extract: its Parquet files, findings.parquet and manifest.json. */
export function extractFolder(data: string, { authority, id }: Pick<Manifest, 'authority' | 'id'>): string {
  return join(data, 'extracts', authority, id);
}

/** The manifests of the extracts in force, by authority and source; none where nothing has been loaded. */
export async function currentExtracts(data: string): Promise<Manifest[]> {
  const current = await readCurrent(data);
  return current === null ? [] : manifestsOf(data, current);
}

/** Whether an extract is in force, was made one with others into the one that is, or is kept from before. */
export type ExtractStanding = 'current' | 'in-history' | 'kept';

export interface StoredExtract {
  readonly manifest: Manifest;
  readonly standing: ExtractStanding;
}

/** Every extract of a data folder, by authority, source and the instant of its load, the latest first. */
export async function storedExtracts(data: string): Promise<StoredExtract[]> {
  const current = await currentExtracts(data);
  const inForce = new Set(current.map(({ authority, id }) => `${authority}/${id}`));
  const joined = new Set(
    current.flatMap(({ authority, history }) => (history ?? []).map(({ id }) => `${authority}/${id}`)),
  );
  const authorities = await readdir(join(data, 'extracts')).catch(() => []);
  const folders = await Promise.all(
    authorities.map(async (authority) =>
      (await readdir(join(data, 'extracts', authority))).map((id) => extractFolder(data, { authority, id })),
    ),
  );
  const manifests = await Promise.all(folders.flat().map(readManifest));
  return manifests
    .map((manifest): StoredExtract => {
      const name = `${manifest.authority}/${manifest.id}`;
      return { manifest, standing: inForce.has(name) ? 'current' : joined.has(name) ? 'in-history' : 'kept' };
    })
    .toSorted(
      ({ manifest: a }, { manifest: b }) =>
        compare(a.authority, b.authority) ||
        compare(a.source, b.source) ||
        compare(b.loadedAt, a.loadedAt) ||
        compare(b.asAt, a.asAt) ||
        compare(a.id, b.id),
    );
}

/** The pack that a data folder is bound to; null where nothing has been loaded. */
export async function boundPack(data: string): Promise<Current['pack'] | null> {
  return (await readCurrent(data))?.pack ?? null;
}

/** Reads the manifests that a current.json names. */
export async function manifestsOf(data: string, { authorities }: Current): Promise<Manifest[]> {
  const named = Object.entries(authorities).flatMap(([authority, sources]) =>
    Object.entries(sources).map(([source, id]) => ({ authority, source, id })),
  );
  named.sort((a, b) => compare(a.authority, b.authority) || compare(a.source, b.source));
  return Promise.all(named.map((extract) => readManifest(extractFolder(data, extract))));
}

/** Reads the manifest of an extract, current or kept. */
export async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, 'manifest.json');
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Manifest;
  } catch {
    throw new Refusal('folder-unreadable', `${path} is missing or damaged; load the delivery again`);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
