import type { Definition } from '../../pack/index.ts';
import { type Band, bandAt } from '../bands.ts';
import type { Exact } from '../exact.ts';
import { add, compare, exact, subtract, zero } from '../exact.ts';
import { figureOf, numeratorFor } from '../figure.ts';
import type { Sums } from '../sums.ts';
import { bounded, isPossible } from './bounds.ts';

/** What the rest of the year would have to come to for the year to meet its target. */
export type Needed =
  | {
      readonly kind: 'needed';
      /** The figure of the rest of the year taken alone; of a count, the number for all the months left. */
      readonly figure: Exact;
      /** How many cases the rest of the year is taken to bring; null for a count. */
      readonly denominator: Exact | null;
    }
  | { readonly kind: 'met whatever comes' }
  | { readonly kind: 'can no longer be met' };

/**
 * The figure of the rest of the year that brings the year exactly to its target, given how many cases the rest brings.
 * Beyond what the measure can be (a percentage over 100), the target can no longer be met, or is met whatever comes.
 *
 * @param rest how many cases are still to come: the denominator expected of the months left; null for a count
 * @param bands those of the target
 * @returns null for a measure that is judged by distance, or where nothing is left of the year.
 * @example 60 of 80 so far, 60 to come, target 85%: 59 of 60, 98.3%
 * @example 40 of 80 so far, 20 to come, target 85%: can no longer be met
 */
export function neededForRest(
  definition: Pick<Definition, 'polarity' | 'measuredIn'>,
  soFar: Sums,
  rest: Exact | null,
  target: number,
  bands: readonly Band[],
): Needed | null {
  const { polarity, measuredIn } = definition;
  if (polarity !== 'higher' && polarity !== 'lower') return null;
  const isCount = measuredIn === 'count';
  if (!isCount && (rest === null || soFar.denominator === null || compare(rest, zero) <= 0)) return null;
  const whole = isCount || rest === null || soFar.denominator === null ? null : add(soFar.denominator, rest);
  const numerator = subtract(numeratorFor(measuredIn, exact(target), whole ?? exact(1)), soFar.numerator);
  const figure = figureOf(measuredIn, numerator, isCount ? null : rest);
  if (figure === null) return null;
  // The best and the worst that the rest can be: what meets the target at the worst meets it whatever comes.
  const ends = [bounded(figure, measuredIn), zero, ...(measuredIn === 'percent' ? [exact(100)] : [])];
  const meets = ends.map((end) => {
    const more = numeratorFor(measuredIn, end, rest ?? exact(1));
    const year = figureOf(measuredIn, add(soFar.numerator, more), whole);
    return year !== null && bandAt(bands, year)?.status === 'met';
  });
  const always = measuredIn === 'percent' ? meets.every(Boolean) : polarity === 'higher' && meets[1] === true;
  if (always) return { kind: 'met whatever comes' };
  return isPossible(figure, measuredIn)
    ? { kind: 'needed', figure, denominator: isCount ? null : rest }
    : { kind: 'can no longer be met' };
}
