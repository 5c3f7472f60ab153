import { bankHolidays } from './bank-holidays.ts';
import { dayNumber, dayOfNumber, weekday, yearStartNumber } from './day-number.ts';
import type { Day, Window } from './types.ts';

/** A day of the calendar table that the engines load. */
export interface CalendarRow {
  readonly day: Day;
  readonly workingDay: boolean;
  /** How many working days there are from the first day of the table up to this day, this day included. */
  readonly running: number;
}

/** The days for which working days are known. A date outside them is a slip of the keyboard, or stands for “never”. */
export const calendarSpan: Window = { start: '1900-01-01', end: '2099-12-31' };

const spanStart = dayNumber(calendarSpan.start);
const spanLength = dayNumber(calendarSpan.end) - spanStart + 1;

interface Counts {
  /** For each day of the span, the working days up to and including it. */
  readonly running: Int32Array;
  /** The offset in the span of each working day, in order. */
  readonly offsets: Int32Array;
}

let counted: Counts | undefined;

/** Counted when first wanted and kept: the same numbers each time, so nobody can tell. */
function counts(): Counts {
  counted ??= countSpan();
  return counted;
}

function countSpan(): Counts {
  const running = new Int32Array(spanLength);
  const offsets = new Int32Array(spanLength);
  const first = Number(calendarSpan.start.slice(0, 4));
  const last = Number(calendarSpan.end.slice(0, 4));
  let total = 0;
  for (const { day, workingDay } of calendarRows(first, last)) {
    const offset = dayNumber(day) - spanStart;
    if (workingDay) offsets[total++] = offset;
    running[offset] = total;
  }
  return { running, offsets: offsets.slice(0, total) };
}

/**
 * How many days d with a < d <= b are Monday to Friday and no bank holiday of England and Wales: the day of receipt
 * counts as nought. Where b is before a, the count from b to a with a minus sign.
 *
 * @example workingDays('2026-12-24', '2026-12-29') // 1, for Christmas Day and the substitute for Boxing Day fall between
 * @throws RangeError outside calendarSpan.
 */
export function workingDays(a: Day, b: Day): number {
  return runningAt(b) - runningAt(a);
}

/**
 * The day n working days away, by the same count as workingDays. For n above 0, the earliest day e with
 * workingDays(d, e) = n, which is always a working day. For n below 0, the latest day e with workingDays(e, d) = -n:
 * the last day on which a piece of work could begin and be no more than -n working days old on d. It may be at a
 * weekend, for work received then is as old as work received the Friday before. For n = 0, d itself.
 *
 * @example addWorkingDays('2026-10-30', 1) // '2026-11-02': Friday to Monday
 * @example addWorkingDays('2026-11-03', -1) // '2026-11-02': Tuesday back to Monday
 * @example addWorkingDays('2026-11-03', -2) // '2026-11-01': the Sunday, from which Monday and Tuesday are two
 * @throws RangeError where n is not whole, or either day is outside calendarSpan.
 */
export function addWorkingDays(d: Day, n: number): Day {
  if (!Number.isInteger(n)) throw new RangeError(`Working days are counted whole, not ${n}`);
  const at = runningAt(d);
  if (n === 0) return d;
  // Numbered from 1, the working day wanted is at + n forwards; backwards it is the day before number at + n + 1.
  const offset = counts().offsets[n > 0 ? at + n - 1 : at + n];
  if (offset === undefined) throw outsideSpan();
  return dayOfNumber(spanStart + (n > 0 ? offset : offset - 1));
}

/** Whether a day is Monday to Friday and no bank holiday of England and Wales. */
export function isWorkingDay(day: Day): boolean {
  const { running } = counts();
  const offset = offsetOf(day);
  return (running[offset] ?? 0) > (running[offset - 1] ?? 0);
}

/** Every day from 1 January of the first year to 31 December of the last, in order, with its running count. */
export function* calendarRows(firstYear: number, lastYear: number): IterableIterator<CalendarRow> {
  let running = 0;
  for (let year = firstYear; year <= lastYear; year++) {
    const holidays = new Set(bankHolidays(year).map(({ day }) => day));
    const end = yearStartNumber(year + 1);
    for (let number = yearStartNumber(year); number < end; number++) {
      const day = dayOfNumber(number);
      const workingDay = weekday(number) < 6 && !holidays.has(day);
      if (workingDay) running++;
      yield { day, workingDay, running };
    }
  }
}

function runningAt(day: Day): number {
  return counts().running[offsetOf(day)] ?? 0;
}

function offsetOf(day: Day): number {
  const offset = dayNumber(day) - spanStart;
  if (offset < 0 || offset >= spanLength) throw outsideSpan();
  return offset;
}

function outsideSpan(): RangeError {
  return new RangeError(`Working days are counted from ${calendarSpan.start} to ${calendarSpan.end} only`);
}
