import { addToMonth, type Month, monthEnd, outturnMonth } from '../../calendar/index.ts';
import { breakBetween, versionAt } from '../../pack/index.ts';
import { subtract } from '../exact.ts';
import type { JudgementSource } from '../source.ts';
import type { Sums } from '../sums.ts';
import { sumsIn } from '../sums.ts';

/**
 * What one month adds to a year-to-date figure: the year to date less the year to date of the month before. The first
 * month of a financial year is itself.
 *
 * @returns null where either is missing.
 * @example 2,817 assessments by May less 1,290 by April: 1,527 in May
 */
export function difference(now: Sums | null, before: Sums | null, isFirstMonth: boolean): Sums | null {
  if (now === null || isFirstMonth) return now;
  if (before === null) return null;
  return {
    numerator: subtract(now.numerator, before.numerator),
    denominator:
      now.denominator === null || before.denominator === null ? null : subtract(now.denominator, before.denominator),
  };
}

/**
 * The sums of one month alone: as they are for a monthly measure, the month inside a year-to-date otherwise.
 *
 * @returns null for a measure whose months do not add up (snapshot, rolling, quarter, a rate for the year to date, whose
 * population is the same each month), across a break in series, and where a figure is missing.
 */
export function monthInside(source: JudgementSource, indicatorId: string, unit: string, month: Month): Sums | null {
  const indicator = source.pack.indicators.get(indicatorId);
  if (indicator === undefined) return null;
  const { basis, measuredIn } = versionAt(indicator, monthEnd(month)).definition;
  const now = sumsIn(source, indicatorId, unit, month);
  if (basis === 'month') return now;
  if (basis !== 'year-to-date' || measuredIn.startsWith('rate-')) return null;
  const earlier = addToMonth(month, -1);
  const isFirstMonth = outturnMonth(month, source.pack.financialYearStart) === earlier;
  if (!isFirstMonth && breakBetween(indicator, monthEnd(earlier), monthEnd(month)) !== null) return null;
  return difference(now, isFirstMonth ? null : sumsIn(source, indicatorId, unit, earlier), isFirstMonth);
}
