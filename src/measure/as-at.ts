import type { Day } from '../calendar/index.ts';
import type { Manifest } from '../warehouse/index.ts';

/** The day that what is loaded speaks for: the latest of its extracts; those that speak of no day count only by themselves. */
export function latestDay(manifests: readonly Manifest[]): Day | null {
  const dated = manifests.filter(({ asAtBasis }) => asAtBasis !== 'none');
  const days = (dated.length > 0 ? dated : manifests).map(({ asAt }) => asAt);
  return days.toSorted().at(-1) ?? null;
}
