import { dayNumber, dayOfNumber, daysInMonth, writeDay } from './day-number.ts';
import { addToMonth, monthOf, monthParts } from './month.ts';
import type { Day } from './types.ts';

/** The day n days later, or earlier where n is below 0. */
export function addDays(day: Day, n: number): Day {
  return dayOfNumber(dayNumber(day) + n);
}

/** How many days the second is later than the first; below 0 where it is earlier. */
export function daysBetween(first: Day, last: Day): number {
  return dayNumber(last) - dayNumber(first);
}

/**
 * The same day number n months away, or that month's last day where there is no such day. The end of a month does not
 * stay the end of a month.
 *
 * @example addMonths('2026-08-31', -18) // '2025-02-28'
 * @example addMonths('2025-02-28', 12) // '2026-02-28'
 * @example addMonths('2026-04-30', -1) // '2026-03-30'
 */
export function addMonths(day: Day, n: number): Day {
  const wanted = dayPart(day);
  const { year, number } = monthParts(addToMonth(monthOf(day), n));
  return writeDay(year, number, Math.min(wanted, daysInMonth(year, number)));
}

/**
 * Age in whole years on a day. A birthday of 29 February is reached on 1 March in a common year. Below 0 for a child
 * not born by that day.
 *
 * @example ageAt('2008-02-29', '2026-02-28') // 17
 * @example ageAt('2008-02-29', '2026-03-01') // 18
 */
export function ageAt(born: Day, day: Day): number {
  const years = monthParts(monthOf(day)).year - monthParts(monthOf(born)).year;
  return monthAndDay(day) < monthAndDay(born) ? years - 1 : years;
}

/** The day of the month, after a check that the day is one. */
function dayPart(day: Day): number {
  dayNumber(day);
  return Number(day.slice(8));
}

function monthAndDay(day: Day): string {
  dayNumber(day);
  return day.slice(5);
}
