import { addToMonth, type Month, monthEnd } from '../../calendar/index.ts';
import { breakBetween, versionAt } from '../../pack/index.ts';
import type { Exact } from '../exact.ts';
import { divide, exact, total } from '../exact.ts';
import { figure, figureOf } from '../figure.ts';
import type { JudgementSource } from '../source.ts';
import { addSums, type Sums, sumsIn } from '../sums.ts';
import { monthInside } from './month-inside.ts';

/** The twelve months before a month, taken together in the two ways that reports print without saying which. */
export interface TwelveMonths {
  readonly from: Month;
  readonly to: Month;
  /** How many of them have figures that compare with the month's. */
  readonly months: number;
  /** The mean of the monthly figures: each month counts alike. */
  readonly meanOfRatios: Exact | null;
  /** The sum of the numerators over the sum of the denominators: each case counts alike. */
  readonly ratioOfSums: Exact | null;
  /** The cases of all those months; null where months do not add up (snapshots). */
  readonly cumulative: Sums | null;
}

/**
 * The twelve months before a month. Of a year to date the months inside it are taken; months before a break in series
 * are left out.
 *
 * @example 90, 80 and 100% of 10, 80 and 10 cases: mean of ratios 90%, ratio of sums 83%
 */
export function twelveMonths(source: JudgementSource, indicatorId: string, unit: string, month: Month): TwelveMonths {
  const indicator = source.pack.indicators.get(indicatorId);
  const [from, to] = [addToMonth(month, -12), addToMonth(month, -1)];
  if (indicator === undefined) {
    return { from, to, months: 0, meanOfRatios: null, ratioOfSums: null, cumulative: null };
  }
  const { basis, measuredIn } = versionAt(indicator, monthEnd(month)).definition;
  const addsUp = basis === 'month' || basis === 'year-to-date';
  const months = Array.from({ length: 12 }, (_, index) => addToMonth(from, index)).filter(
    (each) => breakBetween(indicator, monthEnd(each), monthEnd(month)) === null,
  );
  const sums = months
    .map((each) => (addsUp ? monthInside(source, indicatorId, unit, each) : sumsIn(source, indicatorId, unit, each)))
    .filter((each) => each !== null);
  const ratios = (
    addsUp
      ? sums.map(({ numerator, denominator }) => figureOf(measuredIn, numerator, denominator))
      : months.map((each) => figure(source.observation(indicatorId, unit, each), measuredIn))
  ).filter((each) => each !== null);
  const [first, ...others] = sums;
  const together = first === undefined ? null : others.reduce(addSums, first);
  const sumsAreWhole = basis !== 'quarter' && !basis.startsWith('rolling') && measuredIn !== 'count';
  return {
    from,
    to,
    months: ratios.length,
    meanOfRatios: ratios.length === 0 ? null : divide(total(ratios), exact(ratios.length)),
    ratioOfSums:
      together === null || !sumsAreWhole ? null : figureOf(measuredIn, together.numerator, together.denominator),
    cumulative: addsUp ? together : null,
  };
}
