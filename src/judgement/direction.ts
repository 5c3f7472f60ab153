import type { Definition } from '../pack/index.ts';
import type { Exact } from './exact.ts';
import { compare, exact } from './exact.ts';
import type { Limits } from './status.ts';
import { distance } from './status.ts';
import type { Direction } from './types.ts';

const toExact = (value: Exact | number): Exact => (typeof value === 'number' ? exact(value) : value);

/**
 * Whether a figure is better than an earlier one, on unrounded values. For polarity target, better is closer to the
 * target in force now, for both figures. Whether the two compare at all (a change of definition between them) is for
 * the caller to know.
 *
 * @returns null for polarity none, where a figure is missing, or to-target without a target.
 * @example direction('lower', 29.4, 29.3, null) // 'worse'
 * @example direction('target', 4.9, 3.4, { target: 7.5 }) // 'better'
 */
export function direction(
  polarity: Definition['polarity'],
  now: Exact | number | null,
  before: Exact | number | null,
  limits: Limits | null,
): Direction | null {
  if (polarity === 'none' || now === null || before === null) return null;
  if (polarity === 'target' && limits === null) return null;
  const gain =
    polarity === 'target' && limits !== null
      ? compare(distance(toExact(before), limits), distance(toExact(now), limits))
      : compare(toExact(now), toExact(before)) * (polarity === 'lower' ? -1 : 1);
  return gain === 0 ? 'same' : gain > 0 ? 'better' : 'worse';
}
