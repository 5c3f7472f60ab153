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

/** The last months of so many periods up to a month, oldest first. */
export function monthsBefore(month: Month, every: Every, last: number): Month[] {
  return Array.from({ length: last }, (_, index) => addToMonth(month, (index + 1 - last) * stepOf[every]));
}

/**
 * The last months of the periods of so many financial years, this one as far as it has come.
 *
 * @example monthsOfYears('2019-12', 'quarter', 2, 4) // June, September, December 2018, March, June, September, December 2019
 */
export function monthsOfYears(month: Month, every: Every, years: number, firstMonth: number): Month[] {
  const { start } = financialYear(monthEnd(month), firstMonth);
  const first = addToMonth(monthOf(start), -12 * (years - 1));
  return monthRange(first, month).filter((_, index) => (index + 1) % stepOf[every] === 0);
}

/** @example periodHeading('2019-12', 'quarter', 4) // 'Q3' */
export function periodHeading(month: Month, every: Every, firstMonth: number): string {
  const end = monthEnd(month);
  if (every === 'quarter') return `Q${quarterOf(end, firstMonth)}`;
  if (every === 'year') return financialYear(end, firstMonth).label;
  return shortMonthLabel(month);
}
