import type { Exact } from './exact.ts';
import { compare, toExact } from './exact.ts';
import { byDistance, distance, type Limits, type Polarity } from './limits.ts';
import type { Direction, Movement } from './types.ts';

/**
 * Whether a figure is better than an earlier one, on unrounded values. For polarity target, and for a target that is a
 * range, better is closer to the target in force now, for both figures. Whether the two compare at all (a change of
 * definition between them) is for the caller to know.
 *
 * @returns null for polarity none, where a figure is missing, or to-target without a target.
 * @example direction('lower', 29.4, 29.3, null) // 'worse'
 * @example direction('target', 4.9, 3.4, { target: 7.5 }) // 'better'
 */
export function direction(
  polarity: Polarity,
  now: Exact | number | null,
  before: Exact | number | null,
  limits: Limits | null,
): Direction | null {
  if (polarity === 'none' || now === null || before === null) return null;
  if (polarity === 'target' && limits === null) return null;
  const gain =
    limits !== null && byDistance(polarity, limits)
      ? compare(distance(toExact(before), limits), distance(toExact(now), limits))
      : compare(toExact(now), toExact(before)) * (polarity === 'lower' ? -1 : 1);
  return gain === 0 ? 'same' : gain > 0 ? 'better' : 'worse';
}

/**
 * Which way the number went, on unrounded values, for reports whose arrows say that and not whether it is good.
 *
 * @example movement(76.2, 76.3) // 'down'
 */
export function movement(now: Exact | number | null, before: Exact | number | null): Movement | null {
  if (now === null || before === null) return null;
  const way = compare(toExact(now), toExact(before));
  return way === 0 ? 'same' : way > 0 ? 'up' : 'down';
}
