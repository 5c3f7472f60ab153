import { join } from 'node:path';
import { currentExtracts, extractFolder, type Manifest, readManifest, storedExtracts } from '../warehouse/index.ts';
import { EditionError } from './error.ts';
import { fileHash } from './folder.ts';
import { extractHash } from './hashes.ts';
import type { EditionExtract } from './manifest.ts';

/** Sets of extracts that are tried for the one that was approved. */
const most = 100_000;

/**
 * The extracts that a hash stands for: those in force where they are it, else the combination of kept ones.
 *
 * @throws EditionError `extracts-gone`
 */
export async function extractsOf(data: string, hash: string): Promise<readonly Manifest[]> {
  const current = await currentExtracts(data);
  if (extractHash(current) === hash) return current;
  const stored = (await storedExtracts(data)).map(({ manifest }) => manifest);
  const choices = [...Map.groupBy(stored, ({ authority, source }) => `${authority}/${source}`).values()];
  for (const some of combinations(choices)) if (extractHash(some) === hash) return some;
  throw new EditionError(
    'extracts-gone',
    'The extracts that were approved are not stored any more: return the report, and submit it again',
  );
}

/** One of each, or none of it: a source may have come later. The latest are tried first. */
function* combinations(choices: readonly (readonly Manifest[])[]): Generator<readonly Manifest[]> {
  let tried = 0;
  function* from(place: number): Generator<readonly Manifest[]> {
    const here = choices[place];
    if (here === undefined) {
      yield [];
      return;
    }
    for (const one of [...here.map((manifest) => [manifest]), []]) {
      for (const rest of from(place + 1)) {
        if (tried++ > most) return;
        yield [...one, ...rest];
      }
    }
  }
  yield* from(0);
}

/** An extract as an edition names it, with the hash of each of its tables' files. */
export async function describeExtract(data: string, manifest: Manifest): Promise<EditionExtract> {
  const { authority, source, id, asAt, loadedAt, tables } = manifest;
  const names = Object.values(tables)
    .map(({ file }) => file)
    .toSorted();
  const folder = extractFolder(data, manifest);
  const files: Record<string, string> = {};
  for (const name of names) files[name] = await fileHash(join(folder, name));
  return { authority, source, id, asAt, loadedAt, files };
}

/** The manifests of the extracts that an edition names. @throws Refusal where one is missing */
export const manifestsOf = (data: string, extracts: readonly EditionExtract[]): Promise<Manifest[]> =>
  Promise.all(extracts.map((extract) => readManifest(extractFolder(data, extract))));
