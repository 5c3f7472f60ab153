import type { Day } from '../calendar/index.ts';
import type { Layer } from '../pack/index.ts';
import type { Manifest } from '../warehouse/index.ts';
import { EditionError } from './error.ts';
import { extractsOf } from './extracts.ts';
import { definitionsHash, extractHash } from './hashes.ts';

/** An extract as those who sign figures are told of it. */
export interface BasisExtract {
  readonly authority: string;
  readonly source: string;
  readonly asAt: Day;
  /** An instant, ISO 8601. */
  readonly loadedAt: string;
}

/** What figures rest on: which extracts, and which definitions. */
export interface FiguresBasis {
  readonly extractHash: string;
  readonly definitionsHash: string;
  readonly extracts: readonly BasisExtract[];
}

const told = (manifests: readonly Manifest[]): BasisExtract[] =>
  manifests.map(({ authority, source, asAt, loadedAt }) => ({ authority, source, asAt, loadedAt }));

/** What figures of some extracts rest on, by the definitions of a pack. */
export const basisOf = (manifests: readonly Manifest[], layers: readonly Pick<Layer, 'files'>[]): FiguresBasis => ({
  extractHash: extractHash(manifests),
  definitionsHash: definitionsHash(layers),
  extracts: told(manifests),
});

/** The extracts that figures under review are held to, as those who sign are told; null where they are not stored any more. */
export async function heldExtracts(data: string, hash: string): Promise<readonly BasisExtract[] | null> {
  const manifests = await heldManifests(data, hash);
  return manifests && told(manifests);
}

/** The manifests of the extracts that figures under review are held to; null where they are not stored any more. */
export async function heldManifests(data: string, hash: string): Promise<readonly Manifest[] | null> {
  try {
    return await extractsOf(data, hash);
  } catch (error) {
    if (error instanceof EditionError && error.code === 'extracts-gone') return null;
    throw error;
  }
}
