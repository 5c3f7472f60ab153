import type { Day } from './types.ts';

/**
 * Days as whole numbers, 1 January 1970 being 0, so that arithmetic needs no clock and no time zone. The Gregorian
 * calendar is used throughout, for the years 0001 to 9999.
 */

const dayForm = /^\d{4}-\d{2}-\d{2}$/;
const commonYear = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** The number of days in a month, 1 to 12, of a year. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (commonYear[month - 1] ?? 0);
}

/** Whether text is a real date of the calendar written YYYY-MM-DD: 2026-02-29 is not. */
export function isDay(text: string): text is Day {
  if (!dayForm.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const number = Number(text.slice(8));
  return year > 0 && number > 0 && number <= daysInMonth(year, Number(text.slice(5, 7)));
}

/** The number of 1 January of a year. */
export function yearStartNumber(year: number): number {
  const before = year - 1;
  return before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 719162;
}

/**
 * @throws RangeError where the text is no day. The text itself is left out of the message: it may be a date of birth.
 */
export function dayNumber(day: Day): number {
  if (!isDay(day)) throw new RangeError('This is not a day of the calendar; a day is written YYYY-MM-DD');
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  let number = yearStartNumber(year) + Number(day.slice(8)) - 1;
  for (let earlier = 1; earlier < month; earlier++) number += daysInMonth(year, earlier);
  return number;
}

const firstNumber = yearStartNumber(1);
const lastNumber = yearStartNumber(10000) - 1;

/** @throws RangeError outside the years 0001 to 9999. */
export function dayOfNumber(number: number): Day {
  if (!Number.isInteger(number) || number < firstNumber || number > lastNumber) {
    throw new RangeError('The day reckoned is outside the years 0001 to 9999');
  }
  // 365.2425 days a year puts the guess on the right year or one beside it.
  let year = Math.floor((number - firstNumber) / 365.2425) + 1;
  if (number < yearStartNumber(year)) year--;
  else if (number >= yearStartNumber(year + 1)) year++;
  let rest = number - yearStartNumber(year);
  let month = 1;
  for (; rest >= daysInMonth(year, month); month++) rest -= daysInMonth(year, month);
  return writeDay(year, month, rest + 1);
}

/** YYYY-MM-DD of parts that are known to be a day. */
export function writeDay(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}
