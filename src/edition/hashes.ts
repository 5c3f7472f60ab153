import type { Layer } from '../pack/index.ts';
import type { Manifest } from '../warehouse/index.ts';
import { canonicalJson, sha256 } from './canonical.ts';

/** SHA-256 over the ids of extracts: what a figure under review, and an edition, was made from. */
export function extractHash(extracts: readonly Pick<Manifest, 'authority' | 'source' | 'id'>[]): string {
  const names = extracts.map(({ authority, source, id }) => [authority, source, id].join('/')).toSorted();
  return sha256(canonicalJson(names));
}

/** SHA-256 over every file of a pack and of those it extends. */
export function definitionsHash(layers: readonly Pick<Layer, 'files'>[]): string {
  return sha256(canonicalJson(layers.map(({ files }) => [...files].map(([name, content]) => [name, sha256(content)]))));
}
