import type { Pack } from '../../pack/index.ts';
import { type Manifest, storedExtracts } from '../../warehouse/index.ts';
import { latestDay } from '../as-at.ts';
import { openAuthority } from '../authority.ts';
import type { DueList } from './due.ts';
import { readDue } from './read-due.ts';

/**
 * The extracts before some: of each source the latest that speaks for an earlier day, and the same one where it has none.
 *
 * @returns null where no source has an earlier one
 */
async function extractsBefore(data: string, manifests: readonly Manifest[]): Promise<Manifest[] | null> {
  const kept = (await storedExtracts(data)).map(({ manifest }) => manifest);
  const before = manifests.map((now) => {
    const earlier = kept.filter(
      ({ authority, source, asAt, asAtBasis }) =>
        authority === now.authority && source === now.source && asAt < now.asAt && asAtBasis !== 'none',
    );
    return earlier.toSorted((a, b) => (a.asAt < b.asAt ? 1 : a.asAt > b.asAt ? -1 : 0))[0] ?? now;
  });
  return before.some((manifest, index) => manifest !== manifests[index]) ? before : null;
}

/** What waited by the extracts before those in force; null where there are none, or they speak for the same day. */
export async function readDueBefore(data: string, pack: Pack, manifests: readonly Manifest[]): Promise<DueList | null> {
  const before = await extractsBefore(data, manifests);
  const asAt = before && latestDay(before);
  if (!before || asAt === null || asAt === latestDay(manifests)) return null;
  const authority = await openAuthority(data, pack, before);
  try {
    return await readDue(pack, authority, asAt);
  } finally {
    authority.engine.close();
  }
}
