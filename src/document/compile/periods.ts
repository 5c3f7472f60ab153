import {
  addToMonth,
  financialYear,
  type Month,
  monthEnd,
  monthOf,
  monthRange,
  quarterOf,
  shortMonthLabel,
} from '../../calendar/index.ts';

/** How a series of periods steps. */
export type Every = 'month' | 'quarter' | 'year';

/** The months in one step. */
export const stepOf: Readonly<Record<Every, number>> = { month: 1, quarter: 3, year: 12 };

/** The months of its period that have come by a month: 3 in the last month of a quarter. */
function comeBy(month: Month, every: Every, firstMonth: number): number {
  const { start } = financialYear(monthEnd(month), firstMonth);
  return ((monthRange(monthOf(start), month).length - 1) % stepOf[every]) + 1;
}

/**
 * The last months of so many periods up to a month, oldest first. Periods are those of the financial year: the last one
 * goes as far as the month, the others to their own ends.
 *
 * @example monthsBefore('2026-09', 'year', 3, 4) // March 2025, March 2026, September 2026
 */
export function monthsBefore(month: Month, every: Every, last: number, firstMonth: number): Month[] {
  const ended = addToMonth(month, -comeBy(month, every, firstMonth));
  const earlier = Array.from({ length: last - 1 }, (_, index) => addToMonth(ended, (index + 2 - last) * stepOf[every]));
  return [...earlier, month];
}

/**
 * The last months of the periods of so many financial years, this one as far as it has come.
 *
 * @example monthsOfYears('2019-12', 'quarter', 2, 4) // June, September, December 2018, March, June, September, December 2019
 */
export function monthsOfYears(month: Month, every: Every, years: number, firstMonth: number): Month[] {
  const { start } = financialYear(monthEnd(month), firstMonth);
  const first = addToMonth(monthOf(start), -12 * (years - 1));
  return monthRange(first, month).filter((each, index) => (index + 1) % stepOf[every] === 0 || each === month);
}

/**
 * What stands over a period that goes as far as a month; one that has not ended says so.
 *
 * @example periodHeading('2019-12', 'quarter', 4) // 'Q3'
 * @example periodHeading('2019-11', 'quarter', 4) // 'Q3 to date'
 */
export function periodHeading(month: Month, every: Every, firstMonth: number): string {
  if (every === 'month') return shortMonthLabel(month);
  const end = monthEnd(month);
  const name = every === 'quarter' ? `Q${quarterOf(end, firstMonth)}` : financialYear(end, firstMonth).label;
  return comeBy(month, every, firstMonth) === stepOf[every] ? name : `${name} to date`;
}
