import { compare, divide, type Exact, exact, roundHalfUp, subtract } from '../judgement/index.ts';

const none: Exact = { numerator: 0n, denominator: 1n };
const add = (a: Exact, b: Exact): Exact => subtract(a, subtract(none, b));
/** The number that prints as the decimals of an exact one, of which a double holds some fifteen. */
const toNumber = (value: Exact): number => Number(roundHalfUp(value, 15));

/**
 * The mean of published figures, taken on the decimals they are printed with; null of none.
 *
 * @example mean([15.4, 16.6]) // 16
 */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return toNumber(divide(values.map(exact).reduce(add, none), exact(values.length)));
}

/**
 * The middle figure, or the mean of the middle two; null of none.
 *
 * @example median([15.4, 24.4, 16.6]) // 16.6
 */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => compare(exact(a), exact(b)));
  const half = Math.floor(sorted.length / 2);
  return mean(sorted.slice(sorted.length % 2 === 0 ? half - 1 : half, half + 1));
}

/** One published figure less another, without the noise of binary fractions. @example difference(21.6, 20.7) // 0.9 */
export function difference(now: number, before: number): number {
  return toNumber(subtract(exact(now), exact(before)));
}
