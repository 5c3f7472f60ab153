import { addDays } from './dates.ts';

/** Monday is 1 and Sunday 7. */
export function weekday(date: string): number {
  return new Date(Date.parse(date)).getUTCDay() || 7;
}

/** Easter Sunday by the anonymous Gregorian method. */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const dayOfMonth = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-0${month}-${String(dayOfMonth).padStart(2, '0')}`;
}

function mondayOnOrAfter(date: string): string {
  return weekday(date) === 1 ? date : mondayOnOrAfter(addDays(date, 1));
}

/** A holiday on a weekend is made up for on the next weekday that is not itself one of the days taken. */
function substituted(date: string, taken: readonly string[]): string {
  return weekday(date) >= 6 || taken.includes(date) ? substituted(addDays(date, 1), taken) : date;
}

const movedEarlyMay: Readonly<Record<number, string>> = { 1995: '1995-05-08', 2020: '2020-05-08' };
const movedSpring: Readonly<Record<number, string>> = { 2002: '2002-06-04', 2012: '2012-06-04', 2022: '2022-06-02' };
const addedOnce: readonly string[] = [
  '1999-12-31',
  '2002-06-03',
  '2011-04-29',
  '2012-06-05',
  '2022-06-03',
  '2022-09-19',
  '2023-05-08',
];

/** The bank holidays of England and Wales in a year: the rule, the days moved once, the days added once. */
export function bankHolidays(year: number): readonly string[] {
  const easter = easterSunday(year);
  const christmasIsWeekend = weekday(`${year}-12-25`) >= 6;
  // Boxing Day keeps its own day where it can; Christmas Day, if displaced, takes the day after that.
  const boxingDay = substituted(`${year}-12-26`, []);
  const christmas = christmasIsWeekend ? substituted(`${year}-12-25`, [boxingDay]) : `${year}-12-25`;
  return [
    substituted(`${year}-01-01`, []),
    addDays(easter, -2),
    addDays(easter, 1),
    movedEarlyMay[year] ?? mondayOnOrAfter(`${year}-05-01`),
    movedSpring[year] ?? mondayOnOrAfter(`${year}-05-25`),
    mondayOnOrAfter(`${year}-08-25`),
    christmas,
    boxingDay,
    ...addedOnce.filter((date) => date.startsWith(`${year}-`)),
  ].sort();
}
