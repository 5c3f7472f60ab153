import { daysInMonth, writeDay } from './day-number.ts';
import type { Day, Month } from './types.ts';

const monthForm = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Whether text is a month written YYYY-MM. */
export function isMonth(text: string): text is Month {
  return monthForm.test(text) && !text.startsWith('0000');
}

/** The month a day lies in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The first day of a month. */
export function monthStart(month: Month): Day {
  const { year, number } = monthParts(month);
  return writeDay(year, number, 1);
}

/** The last day of a month: the as-at date D of its figures. */
export function monthEnd(month: Month): Day {
  const { year, number } = monthParts(month);
  return writeDay(year, number, daysInMonth(year, number));
}

/**
 * The month n months later, or earlier where n is below 0.
 *
 * @example addToMonth('2026-10', -12) // '2025-10'
 * @throws RangeError where n is not whole or the month falls outside the years 0001 to 9999.
 */
export function addToMonth(month: Month, n: number): Month {
  return monthOfIndex(monthIndex(month) + n);
}

/** How many months the second is later than the first; below 0 where it is earlier. */
export function monthsBetween(first: Month, last: Month): number {
  return monthIndex(last) - monthIndex(first);
}

/** The months from the first to the last, both included, in order; none where the last is earlier than the first. */
export function monthRange(first: Month, last: Month): Month[] {
  const from = monthIndex(first);
  return Array.from({ length: Math.max(0, monthIndex(last) - from + 1) }, (_, n) => monthOfIndex(from + n));
}

/** @throws RangeError where the text is no month. */
export function monthParts(month: Month): { readonly year: number; readonly number: number } {
  if (!isMonth(month)) throw new RangeError(`“${month}” is not a month; a month is written YYYY-MM, such as 2026-10`);
  return { year: Number(month.slice(0, 4)), number: Number(month.slice(5)) };
}

export function writeMonth(year: number, number: number): Month {
  return writeDay(year, number, 1).slice(0, 7);
}

function monthIndex(month: Month): number {
  const { year, number } = monthParts(month);
  return year * 12 + number - 1;
}

function monthOfIndex(index: number): Month {
  const year = Math.floor(index / 12);
  if (!Number.isInteger(index) || year < 1 || year > 9999) {
    throw new RangeError('The month reckoned is not a whole number of months away or outside the years 0001 to 9999');
  }
  return writeMonth(year, index - year * 12 + 1);
}
