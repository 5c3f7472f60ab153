import type { DataFault } from '../document/index.ts';
import { findingMeaning } from '../intake/index.ts';
import type { FindingCount, Quality } from '../measure/index.ts';
import type { Pack } from '../pack/index.ts';

/** What is wrong with the data of an authority, counted by kind, the most frequent first. */
export function faultsOf(qualities: readonly Quality[], pack: Pack, authority: string | null): DataFault[] {
  const counts = qualities
    .filter(({ current }) => authority === null || current.authority === authority)
    .flatMap(({ current }) => current.counts);
  return [...Map.groupBy(counts, ({ code }) => code)]
    .map(([code, same]) => faultOf(pack, code, same))
    .toSorted((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1));
}

function faultOf(pack: Pack, code: string, counts: readonly FindingCount[]): DataFault {
  const check = pack.checks.get(code);
  return {
    title: check?.title ?? findingMeaning(code),
    says: check?.says ?? findingMeaning(code),
    severity: counts[0]?.severity ?? '',
    count: counts.reduce((sum, { count }) => sum + count, 0),
  };
}
