import { bankHolidays, weekday } from './bank-holidays.ts';
import { addDays } from './dates.ts';

const holidaysByYear = new Map<number, ReadonlySet<string>>();

function isBankHoliday(date: string): boolean {
  const year = Number(date.slice(0, 4));
  const known = holidaysByYear.get(year) ?? new Set(bankHolidays(year));
  holidaysByYear.set(year, known);
  return known.has(date);
}

export function isWorkingDay(date: string): boolean {
  return weekday(date) <= 5 && !isBankHoliday(date);
}

/** `reversed` rows are left out of the indicator; `unknown` ones stay in the denominator and never in the numerator. */
export type WorkingDays = number | 'unknown' | 'reversed';

/**
 * WD(a, b): the working days d with a < d <= b. The day of receipt counts as nought.
 *
 * @example workingDays('2024-03-28', '2024-04-02') // 1: Good Friday, a weekend and Easter Monday lie between
 */
export function workingDays(a: string | null, b: string | null): WorkingDays {
  if (a === null || b === null) return 'unknown';
  if (b < a) return 'reversed';
  let counted = 0;
  for (let date = addDays(a, 1); date <= b; date = addDays(date, 1)) {
    if (isWorkingDay(date)) counted += 1;
  }
  return counted;
}

export function isAtMost(days: WorkingDays, limit: number): boolean {
  return typeof days === 'number' && days <= limit;
}

export function isAtLeast(days: WorkingDays, limit: number): boolean {
  return typeof days === 'number' && days >= limit;
}
