import type { Definition } from '../pack/index.ts';
import { type Exact, subtract, toExact } from './exact.ts';
import { formatDifference } from './format.ts';

type Scale = Pick<Definition, 'measuredIn' | 'decimals'>;

/**
 * The size of a difference in words; one that rounds to nothing, though it is something, is said to be slight.
 *
 * @example differenceInWords(70.02, 70, { measuredIn: 'percent', decimals: 1 }) // 'slightly'
 */
export function differenceInWords(a: Exact | number, b: Exact | number, scale: Scale): string {
  const size = formatDifference(a, b, scale);
  return /^0(\.0+)?(?![\d.])/.test(size) ? 'slightly' : size;
}

/**
 * How far one figure is from another, by its unrounded value.
 *
 * @example apartInWords(74, 71.9, { measuredIn: 'percent', decimals: 1 }) // '2.1 percentage points higher'
 */
export function apartInWords(figure: Exact | number, other: Exact | number, scale: Scale): string {
  const sign = subtract(toExact(figure), toExact(other)).numerator;
  return sign === 0n ? 'the same' : `${differenceInWords(figure, other, scale)} ${sign > 0n ? 'higher' : 'lower'}`;
}

/**
 * How a figure moved from an earlier one, by its unrounded values.
 *
 * @example changeInWords(90, 92, { measuredIn: 'percent', decimals: 1 }) // 'down 2.0 percentage points'
 */
export function changeInWords(now: Exact | number, before: Exact | number, scale: Scale): string {
  const sign = subtract(toExact(now), toExact(before)).numerator;
  return sign === 0n ? 'no change' : `${sign > 0n ? 'up' : 'down'} ${differenceInWords(now, before, scale)}`;
}
