import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Edition } from '../../store/index.ts';
import { sha256 } from '../canonical.ts';
import { fileHash, manifestName, namesIn } from '../folder.ts';
import { definitionsHash } from '../hashes.ts';
import { keptLayers } from '../kept-pack.ts';
import type { EditionManifest } from '../manifest.ts';
import type { Fault } from './fault.ts';

/** Sets an edition's folder beside the register and its own manifest: every file, no other, and what both say of it. */
export async function checkFiles(
  data: string,
  entry: Edition,
  previous: string,
): Promise<{ readonly manifest: EditionManifest | null; readonly faults: Fault[] }> {
  const folder = join(data, entry.path);
  const faults: Fault[] = [];
  const found = (code: Fault['code'], where: string, says: string): void => {
    faults.push({ code, edition: entry.number, where, says });
  };
  const names = await namesIn(folder).catch(() => null);
  if (names === null) {
    found('folder-missing', entry.path, 'Its folder is missing.');
    return { manifest: null, faults };
  }
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => null);
  if (text === null) {
    found('file-missing', manifestName, 'Its manifest is missing.');
    return { manifest: null, faults };
  }
  if (sha256(text) !== entry.contentHash) {
    found('manifest-changed', manifestName, 'Its manifest is not the one that the register has the hash of.');
  }
  const manifest = parsed(text);
  if (manifest === null) return { manifest: null, faults };
  for (const [field, kept, registered] of fieldsOf(manifest, entry)) {
    if (kept !== registered) found('register-differs', field, `The register says ${registered}, the manifest ${kept}.`);
  }
  if (manifest.previous !== previous) {
    found('chain-broken', manifestName, 'It does not follow from the edition before it.');
  }
  const listed = new Set(manifest.files.map(({ name }) => name));
  for (const file of manifest.files) {
    if (!names.includes(file.name)) found('file-missing', file.name, 'The file is missing.');
    else if ((await fileHash(join(folder, file.name))) !== file.sha256) {
      found('file-changed', file.name, 'The file is not as it was published.');
    }
  }
  for (const name of names) {
    if (name !== manifestName && !listed.has(name)) found('file-added', name, 'The file was not published with it.');
  }
  const layers = await keptLayers(folder, manifest).catch(() => null);
  if (layers === null || definitionsHash(layers) !== entry.definitionsHash) {
    found('definitions-differ', 'pack', 'Its definitions are not those that the register has the hash of.');
  }
  return { manifest, faults };
}

const fieldsOf = (manifest: EditionManifest, entry: Edition): [string, unknown, unknown][] => [
  ...(['number', 'report', 'month', 'unit', 'kind', 'extractHash', 'corrects', 'changed', 'why'] as const).map(
    (field): [string, unknown, unknown] => [field, manifest[field], entry[field]],
  ),
  ['definitionsHash', manifest.definitions.hash, entry.definitionsHash],
  ['signedBy', manifest.signed.who, entry.signedBy],
  ['role', manifest.signed.role, entry.role],
  ['at', manifest.signed.at, entry.at.toISOString()],
];

function parsed(text: string): EditionManifest | null {
  try {
    return JSON.parse(text) as EditionManifest;
  } catch {
    return null;
  }
}
