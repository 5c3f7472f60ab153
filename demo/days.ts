import { addMonths as addMonthsToDay, isWorkingDay as isWorkingDayText } from '../src/calendar/index.ts';

/** A day as the number of days since 1 January 1970; the simulation counts in these. */
export type DayNumber = number;

const millisecondsPerDay = 86_400_000;
const written = new Map<DayNumber, string>();

/** The day as YYYY-MM-DD. */
export function iso(day: DayNumber): string {
  let text = written.get(day);
  if (text === undefined) {
    text = new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
    written.set(day, text);
  }
  return text;
}

/** The number of a day written YYYY-MM-DD. */
export function dayOf(text: string): DayNumber {
  return Math.round(Date.parse(`${text}T00:00:00Z`) / millisecondsPerDay);
}

/** Year, month (1 to 12) and day of the month. */
export function partsOf(day: DayNumber): { year: number; month: number; dayOfMonth: number } {
  const text = iso(day);
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), dayOfMonth: Number(text.slice(8, 10)) };
}

/** Months since January of year 0: equal for the days of one month. */
export function monthNumber(day: DayNumber): number {
  const { year, month } = partsOf(day);
  return year * 12 + month - 1;
}

/** The first day of a month number. */
export function firstOfMonth(month: number): DayNumber {
  return Math.round(Date.UTC(Math.floor(month / 12), month % 12, 1) / millisecondsPerDay);
}

/** The same day of the month so many months away, or that month's last day. */
export function addMonths(day: DayNumber, months: number): DayNumber {
  return dayOf(addMonthsToDay(iso(day), months));
}

/** Monday is 0, Sunday is 6. */
export function weekday(day: DayNumber): number {
  return (day + 3) % 7;
}

const firstCounted = dayOf('1980-01-01');
const lastCounted = dayOf('2099-12-31');
const countedBefore: number[] = [];
const countedDays: DayNumber[] = [];

function countOnce(): void {
  if (countedBefore.length > 0) return;
  countedBefore.push(0);
  for (let day = firstCounted + 1; day <= lastCounted; day++) {
    if (isWorkingDayText(iso(day))) countedDays.push(day);
    countedBefore.push(countedDays.length);
  }
}

function workingDaysUpTo(day: DayNumber): number {
  countOnce();
  const count = countedBefore[day - firstCounted];
  if (count === undefined) throw new Error(`The demo counts working days from 1980 to 2099; ${iso(day)} is outside.`);
  return count;
}

/** Working days after `from` up to `to`. */
export function workingDays(from: DayNumber, to: DayNumber): number {
  return workingDaysUpTo(to) - workingDaysUpTo(from);
}

/** True for Monday to Friday, bank holidays left out. */
export function isWorkingDay(day: DayNumber): boolean {
  return workingDays(day - 1, day) === 1;
}

/** The day that is so many working days after `from`; 0 gives `from` itself. */
export function addWorkingDays(from: DayNumber, count: number): DayNumber {
  if (count <= 0) return from;
  const day = countedDays[workingDaysUpTo(from) + count - 1];
  if (day === undefined)
    throw new Error(`The demo counts working days up to 2099; ${iso(from)} + ${count} is outside.`);
  return day;
}

/** The day itself where it is a working day, else the next one. */
export function workingDayFrom(day: DayNumber): DayNumber {
  return day > lastCounted - 10 || isWorkingDay(day) ? day : addWorkingDays(day, 1);
}

/** Age in whole years; born on 29 February, ages on 1 March. */
export function ageAt(born: DayNumber, day: DayNumber): number {
  const b = partsOf(born);
  const d = partsOf(day);
  const had = d.month > b.month || (d.month === b.month && d.dayOfMonth >= b.dayOfMonth);
  return d.year - b.year - (had ? 0 : 1);
}
