import type { Definition } from '../pack/index.ts';
import type { Exact } from './exact.ts';
import { absolute, exact, subtract, toExact } from './exact.ts';
import { grouped, roundHalfUp } from './rounding.ts';

type Scale = Pick<Definition, 'measuredIn' | 'decimals'>;

const isWhole = (value: Exact): boolean => value.numerator % value.denominator === 0n;

/** Counts are whole, whatever decimals an indicator asks for, unless the count itself is not (a sum of FTE). */
function digits(value: Exact, { measuredIn, decimals }: Scale): string {
  return grouped(roundHalfUp(value, measuredIn === 'count' && isWhole(value) ? 0 : decimals));
}

/**
 * A figure as it is printed: rounded half up, with its unit of measure. For display only; nothing is judged on it.
 *
 * @example formatValue(73.8374, { measuredIn: 'percent', decimals: 1 })        // '73.8%'
 * @example formatValue(629.28, { measuredIn: 'rate-per-10000', decimals: 1 })  // '629.3'
 * @example formatValue(1237, { measuredIn: 'count', decimals: 1 })             // '1,237'
 * @example formatValue(567.666, { measuredIn: 'average-days', decimals: 1 })   // '567.7 days'
 */
export function formatValue(value: Exact | number, scale: Scale): string {
  const text = digits(toExact(value), scale);
  if (scale.measuredIn === 'percent') return `${text}%`;
  return scale.measuredIn === 'average-days' ? `${text} ${text === '1' ? 'day' : 'days'}` : text;
}

/**
 * The size of a difference between two figures, without its sign, taken before rounding: percentages differ by
 * percentage points.
 *
 * @example formatDifference(73.84, 71.79, { measuredIn: 'percent', decimals: 1 }) // '2.1 percentage points'
 */
export function formatDifference(a: Exact | number, b: Exact | number, scale: Scale): string {
  const text = digits(absolute(subtract(toExact(a), toExact(b))), scale);
  const one = /^1(\.0+)?$/.test(text);
  if (scale.measuredIn === 'percent') return `${text} percentage ${one ? 'point' : 'points'}`;
  return scale.measuredIn === 'average-days' ? `${text} ${one ? 'day' : 'days'}` : text;
}

/**
 * A numerator or denominator: whole numbers in groups of three, FTE with at most two decimals and no idle zeros.
 *
 * @example formatAmount(2817)  // '2,817'
 * @example formatAmount(477.3) // '477.3'
 */
export function formatAmount(value: number): string {
  const amount = exact(value);
  return grouped(isWhole(amount) ? roundHalfUp(amount, 0) : roundHalfUp(amount, 2).replace(/0$/, ''));
}

/**
 * A target as it is printed: one figure, or a range from its lower to its upper end.
 *
 * @example formatTarget({ target: 138, target_high: 168.6 }, { measuredIn: 'rate-per-10000', decimals: 1 }) // '138.0 to 168.6'
 */
export function formatTarget(
  { target, target_high: high }: { readonly target: number; readonly target_high?: number | undefined },
  scale: Scale,
): string {
  const low = formatValue(target, scale);
  return high === undefined ? low : `${low} to ${formatValue(high, scale)}`;
}
