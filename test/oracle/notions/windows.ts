import { addMonths } from './dates.ts';

/** From the first day to the last, both included. */
export interface Window {
  readonly first: string;
  readonly last: string;
}

export function monthOf(asAt: string): Window {
  return { first: `${asAt.slice(0, 7)}-01`, last: asAt };
}

/** From 1 April. */
export function yearToDate(asAt: string): Window {
  return { first: `${financialYearBegins(asAt)}-04-01`, last: asAt };
}

/** The calendar year in which the financial year of the date begins. */
export function financialYearBegins(date: string): number {
  const year = Number(date.slice(0, 4));
  return Number(date.slice(5, 7)) >= 4 ? year : year - 1;
}

/** So many whole months, ending with the month of the date. */
export function rollingMonths(asAt: string, months: number): Window {
  return { first: addMonths(`${asAt.slice(0, 7)}-01`, 1 - months), last: asAt };
}

/** What "in the 12 months to D" always means. */
export function twelveMonthsTo(asAt: string): Window {
  return rollingMonths(asAt, 12);
}
