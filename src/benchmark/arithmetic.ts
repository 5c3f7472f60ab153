import { compare, divide, type Exact, exact, multiply, roundHalfUp, subtract } from '../judgement/index.ts';
import type { PublishedValue } from './series.ts';

/** How a published figure is made from the count and the denominator beside it. */
export interface Arithmetic {
  /** 100 for a percentage, 10,000 for a rate, 1 for an average. */
  readonly scale: number;
  /** The decimals the figure is printed with. */
  readonly decimals: number;
  /** What counts are rounded to before they are printed: 0 for exact counts, 0.1 for full-time equivalents. */
  readonly roundedTo?: number;
  /** Whether the numerator is left out of the denominator as printed: agency staff beside staff in post. */
  readonly apart?: boolean;
}

const plus = (a: Exact, b: Exact) => subtract(a, subtract(exact(0), b));

/**
 * Whether a published figure of an authority is the one that its count gives, half up; where counts are rounded, whether
 * it lies between the least and the most they can stand for. Null where one of the three is not a number.
 * Figures of regions and England are not checked: they come from exact counts that are published rounded.
 *
 * @example 1 of 8 is 12.5, which printed without decimals is 13
 */
export function agrees(
  published: PublishedValue,
  { scale, decimals, roundedTo = 0, apart = false }: Arithmetic,
): boolean | null {
  const [top, rest] = [published.numerator?.value ?? null, published.denominator?.value ?? null];
  if (top === null || rest === null) return null;
  if (published.state !== 'value' && published.state !== 'rounds-to-zero') return null;
  const half = divide(exact(roundedTo), exact(2));
  const ratio = (numerator: Exact, other: Exact): Exact | null => {
    const denominator = apart ? plus(numerator, other) : other;
    return denominator.numerator <= 0n ? null : multiply(divide(numerator, denominator), exact(scale));
  };
  const most = ratio(plus(exact(top), half), subtract(exact(rest), half));
  const least = ratio(subtract(exact(top), half), plus(exact(rest), half));
  if (most === null || least === null) return null;
  const printed = (value: Exact) => exact(Number(roundHalfUp(value, decimals)));
  // A figure that rounds to nought without being it is printed as a symbol.
  const figure = exact(published.value ?? 0);
  if (published.state === 'rounds-to-zero' && top === 0) return false;
  return compare(printed(least), figure) <= 0 && compare(figure, printed(most)) <= 0;
}
