import { exact } from '../../judgement/index.ts';

/**
 * The shares of a whole in per cent, rounded so that they sum to 100: each is rounded down, and what is then missing
 * goes, one unit of the last decimal each, to those with the largest remainders (the earlier one where two are equal).
 * Null where the whole is 0.
 *
 * @param amounts 0 or more each: counts, or shares that come rounded already.
 * @throws RangeError for an amount below 0.
 * @example shares([1, 1, 1]) // [34, 33, 33]
 */
export function shares(amounts: readonly number[], decimals: number = 0): number[] | null {
  if (amounts.some((amount) => amount < 0)) throw new RangeError('a part of a whole is below 0');
  const whole = inWholeNumbers(amounts);
  const total = whole.reduce((sum, amount) => sum + amount, 0n);
  if (total === 0n) return null;
  const units = 100n * 10n ** BigInt(decimals);
  const parts = whole.map((amount, index) => {
    const scaled = amount * units;
    return { index, floor: scaled / total, remainder: scaled % total };
  });
  const missing = units - parts.reduce((sum, { floor }) => sum + floor, 0n);
  const order = parts.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  const raised = new Set(order.slice(0, Number(missing)).map(({ index }) => index));
  return parts.map(({ index, floor }) => Number(floor + (raised.has(index) ? 1n : 0n)) / 10 ** decimals);
}

/** The amounts over one denominator, so that no sum of decimals is off by a hair. */
function inWholeNumbers(amounts: readonly number[]): bigint[] {
  const ratios = amounts.map((amount) => exact(amount));
  const common = ratios.reduce((most, { denominator }) => (denominator > most ? denominator : most), 1n);
  // Denominators are powers of ten, so the largest is a multiple of each.
  return ratios.map(({ numerator, denominator }) => numerator * (common / denominator));
}
