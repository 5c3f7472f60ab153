import { exceptions } from './bank-holiday-exceptions.ts';
import { dayNumber, dayOfNumber, daysInMonth, weekday, writeDay } from './day-number.ts';
import { easterSunday } from './easter.ts';
import type { Day } from './types.ts';

/** A bank holiday of England and Wales, on the weekday it is kept. */
export interface BankHoliday {
  readonly day: Day;
  readonly name: string;
}

const monday = 1;
const saturday = 6;

/**
 * The bank holidays of England and Wales in a year, in order of day; a holiday that falls on a weekend stands on its
 * substitute day alone. Specified for 1995 to 2035: the rule of today (Banking and Financial Dealings Act 1971, with
 * new year's day and early May as proclaimed each year) and the exceptions known. Other years follow the rule alone.
 *
 * @example bankHolidays(2027).at(-1) // { day: '2027-12-28', name: 'Boxing Day (substitute day)' }
 */
export function bankHolidays(year: number): BankHoliday[] {
  const inYear = exceptions.filter(({ day }) => day.startsWith(`${year}-`));
  const moved = new Set(inYear.map(({ insteadOf }) => insteadOf));
  const added = inYear.map(({ day, name }) => ({ day, name }));
  return [...byRule(year).filter(({ day }) => !moved.has(day)), ...added].sort((a, b) => (a.day < b.day ? -1 : 1));
}

function byRule(year: number): BankHoliday[] {
  const easter = easterSunday(year);
  return [
    onWeekday(year, 1, 1, 'New Year’s Day'),
    { day: dayOfNumber(easter - 2), name: 'Good Friday' },
    { day: dayOfNumber(easter + 1), name: 'Easter Monday' },
    { day: mondayFrom(year, 5, 1), name: 'Early May bank holiday' },
    { day: lastMonday(year, 5), name: 'Spring bank holiday' },
    { day: lastMonday(year, 8), name: 'Summer bank holiday' },
    ...christmas(year),
  ];
}

/**
 * Christmas Day and Boxing Day, each kept two days later where it falls on a weekend: the day between is the other
 * half of the weekend, or the other holiday.
 */
function christmas(year: number): BankHoliday[] {
  const isWeekend = (day: number) => weekday(dayNumber(writeDay(year, 12, day))) >= saturday;
  const kept = (day: number, name: string) =>
    isWeekend(day)
      ? { day: writeDay(year, 12, day + 2), name: `${name} (substitute day)` }
      : { day: writeDay(year, 12, day), name };
  return [kept(25, 'Christmas Day'), kept(26, 'Boxing Day')];
}

/** The day itself, or the Monday after it where it is a Saturday or Sunday. */
function onWeekday(year: number, month: number, day: number, name: string): BankHoliday {
  const kept = mondayFrom(year, month, day);
  return weekday(dayNumber(writeDay(year, month, day))) < saturday
    ? { day: writeDay(year, month, day), name }
    : { day: kept, name: `${name} (substitute day)` };
}

/** The first Monday on or after a day. */
function mondayFrom(year: number, month: number, day: number): Day {
  const from = dayNumber(writeDay(year, month, day));
  return dayOfNumber(from + ((7 + monday - weekday(from)) % 7));
}

function lastMonday(year: number, month: number): Day {
  return mondayFrom(year, month, daysInMonth(year, month) - 6);
}
