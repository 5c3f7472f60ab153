import type { Day, Month } from '../calendar/types.ts';

const parts = (month: Month): [number, number] => [Number(month.slice(0, 4)), Number(month.slice(5, 7))];

/** The month n months later, or earlier where n is below 0. */
export function addMonths(month: Month, n: number): Month {
  const [year, number] = parts(month);
  const count = year * 12 + number - 1 + n;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((((count % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}

/** The last day of a month: D. */
export function lastDay(month: Month): Day {
  const [year, number] = parts(month);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/**
 * The month whose figures are the last outturn: the one that ended the financial year before the month's own.
 *
 * @example outturnMonth('2014-05', 4) // '2014-03'
 * @example outturnMonth('2015-03', 4) // '2014-03'
 */
export function outturnMonth(month: Month, financialYearStart: number): Month {
  const [, number] = parts(month);
  return addMonths(month, -1 - ((number - financialYearStart + 12) % 12));
}
