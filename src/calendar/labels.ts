import { dayNumber } from './day-number.ts';
import { monthOf, monthParts } from './month.ts';
import type { Day, Month, Window } from './types.ts';

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** @example monthLabel('2026-10') // 'October 2026' */
export function monthLabel(month: Month): string {
  return `${monthName(month)} ${yearText(month)}`;
}

/** @example shortMonthLabel('2026-10') // 'Oct 2026' */
export function shortMonthLabel(month: Month): string {
  return `${monthName(month).slice(0, 3)} ${yearText(month)}`;
}

/** @example dayLabel('2026-10-31') // '31 October 2026' */
export function dayLabel(day: Day): string {
  return `${dayText(day)} ${monthLabel(monthOf(day))}`;
}

/** @example shortDayLabel('2026-10-31') // '31 Oct 2026' */
export function shortDayLabel(day: Day): string {
  return `${dayText(day)} ${shortMonthLabel(monthOf(day))}`;
}

/**
 * First and last day in words; what both share is said once.
 *
 * @example windowLabel({ start: '2026-04-01', end: '2026-10-31' }) // '1 April to 31 October 2026'
 * @example windowLabel({ start: '2025-11-01', end: '2026-10-31' }) // '1 November 2025 to 31 October 2026'
 * @example windowLabel({ start: '2026-10-01', end: '2026-10-31' }) // '1 to 31 October 2026'
 */
export function windowLabel({ start, end }: Window): string {
  if (start === end) return dayLabel(end);
  return `${startText(start, end)} to ${dayLabel(end)}`;
}

function startText(start: Day, end: Day): string {
  if (start.slice(0, 7) === end.slice(0, 7)) return dayText(start);
  return start.slice(0, 4) === end.slice(0, 4) ? `${dayText(start)} ${monthName(monthOf(start))}` : dayLabel(start);
}

/** The number, 1 to 12, of a month name in full or by its first three letters, in any case; undefined for another word. */
export function monthNumberOf(word: string): number | undefined {
  const wanted = word.toLowerCase();
  const index = monthNames
    .map((name) => name.toLowerCase())
    .findIndex((name) => [name, name.slice(0, 3)].includes(wanted));
  return index < 0 ? undefined : index + 1;
}

function monthName(month: Month): string {
  return monthNames[monthParts(month).number - 1] ?? '';
}

function yearText(month: Month): string {
  return month.slice(0, 4);
}

function dayText(day: Day): string {
  dayNumber(day);
  return String(Number(day.slice(8)));
}
