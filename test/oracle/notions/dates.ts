const millisecondsOfADay = 86_400_000;

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * millisecondsOfADay).toISOString().slice(0, 10);
}

/** Days from the first date to the second; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / millisecondsOfADay;
}

/** The last day of a month written YYYY-MM. */
export function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const firstOfNext = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
  return addDays(firstOfNext, -1);
}

/**
 * The same day number so many months away, or that month's last day where there is no such day.
 *
 * @example addMonths('2024-03-31', -1) // '2024-02-29'
 * @example addMonths('2024-02-29', 12) // '2025-02-28', and from 2024-02-29 it is not 1 March
 */
export function addMonths(date: string, months: number): string {
  const monthsSinceYearNought = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(monthsSinceYearNought / 12);
  const month = `${year}-${String((monthsSinceYearNought % 12) + 1).padStart(2, '0')}`;
  const sameNumber = `${month}-${date.slice(8, 10)}`;
  const lastDay = lastDayOf(month);
  return sameNumber > lastDay ? lastDay : sameNumber;
}

/** Whole years: the year counts once the birthday has come; a birthday on 29 February comes on 1 March in a common year. */
export function ageAt(born: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(born.slice(0, 4));
  return date.slice(5) < born.slice(5) ? years - 1 : years;
}

/** s <= D and (e is null or e > D): what ends on D is not open at D, and a null start is never open. */
export function openAt(start: string | null, end: string | null, date: string): boolean {
  return start !== null && start <= date && (end === null || end > date);
}

/** On or after the first and on or before the last; an unknown date is not. */
export function isWithin(date: string | null, window: { readonly first: string; readonly last: string }): boolean {
  return date !== null && date >= window.first && date <= window.last;
}
