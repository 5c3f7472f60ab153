import { movement } from '../direction.ts';
import type { Exact } from '../exact.ts';
import { absolute, compare, divide, exact, multiply, subtract, toExact, toNumber } from '../exact.ts';
import { formatAmount } from '../format.ts';
import { roundHalfUp } from '../rounding.ts';
import type { Movement } from '../types.ts';

/** How demand has changed: always in number and in per cent together, so that neither misleads. */
export interface DemandChange {
  readonly movement: Movement;
  /** Without sign. */
  readonly count: Exact;
  /** Of the earlier number, without sign; null where that was 0. */
  readonly percent: Exact | null;
}

/** @example demandChange(3099, 3761) // down, 662, 17.6% */
export function demandChange(now: Exact | number, before: Exact | number): DemandChange {
  const [to, from] = [toExact(now), toExact(before)];
  const count = absolute(subtract(to, from));
  const percent = from.numerator === 0n ? null : divide(multiply(count, exact(100)), absolute(from));
  return { movement: movement(to, from) ?? 'same', count, percent };
}

/** @example demandChangeInWords(demandChange(3099, 3761), 'cases') // 'down by 17.6% (662 cases)' */
export function demandChangeInWords({ movement: way, count, percent }: DemandChange, what: string): string {
  if (way === 'same') return 'no change';
  const number = `${formatAmount(toNumber(count))} ${what}`;
  return percent === null ? `${way} by ${number}, from none` : `${way} by ${roundHalfUp(percent, 1)}% (${number})`;
}

/**
 * Between which earlier numbers a printed change must lie: a count of 662 that is 17.6% is of 3,751 to 3,772.
 *
 * @param decimals of the printed percentage
 * @returns null where the percentage rounds to 0, from which nothing follows.
 */
export function impliedBase(
  count: number,
  percent: number,
  decimals: number,
): { readonly low: Exact; readonly high: Exact } | null {
  const half = divide(exact(1), exact(2 * 10 ** decimals));
  const least = subtract(exact(percent), half);
  if (compare(least, exact(0)) <= 0) return null;
  const most = subtract(exact(2 * percent), least);
  const of = (share: Exact): Exact => divide(multiply(exact(count), exact(100)), share);
  return { low: of(most), high: of(least) };
}
