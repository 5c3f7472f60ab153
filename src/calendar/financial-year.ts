import { dayNumber } from './day-number.ts';
import { addToMonth, monthEnd, monthOf, monthParts, monthStart, writeMonth } from './month.ts';
import type { Day, Month, Window } from './types.ts';

/** Twelve whole months that begin with the pack's first month. */
export interface FinancialYear extends Window {
  /** The calendar year in which it begins. */
  readonly startYear: number;
  /** 2026/27, or 2026 where the year begins in January. */
  readonly label: string;
}

export type Quarter = 1 | 2 | 3 | 4;

/** April, as in local government. */
export const usualFirstMonth = 4;

/**
 * The financial year a day lies in.
 *
 * @param firstMonth 1 to 12, the month every year begins with.
 * @example financialYear('2027-03-31').label // '2026/27'
 */
export function financialYear(day: Day, firstMonth: number = usualFirstMonth): FinancialYear {
  dayNumber(day);
  const { year, number } = monthParts(monthOf(day));
  return financialYearFrom(number < checked(firstMonth) ? year - 1 : year, firstMonth);
}

/** The financial year that begins in a calendar year. */
export function financialYearFrom(startYear: number, firstMonth: number = usualFirstMonth): FinancialYear {
  const first = writeMonth(startYear, checked(firstMonth));
  const label = financialYearLabel(startYear, firstMonth);
  return { startYear, label, start: monthStart(first), end: monthEnd(addToMonth(first, 11)) };
}

/** @example financialYearLabel(1999, 4) // '1999/00' */
export function financialYearLabel(startYear: number, firstMonth: number = usualFirstMonth): string {
  const from = String(startYear).padStart(4, '0');
  return checked(firstMonth) === 1 ? from : `${from}/${String((startYear + 1) % 100).padStart(2, '0')}`;
}

/** Which quarter of its financial year a day lies in. */
export function quarterOf(day: Day, firstMonth: number = usualFirstMonth): Quarter {
  dayNumber(day);
  const index = Math.floor(monthsIntoYear(monthOf(day), firstMonth) / 3);
  return ([1, 2, 3, 4] as const)[index] ?? 4;
}

/** The three whole months of a quarter of the financial year that begins in a calendar year. */
export function quarterWindow(startYear: number, quarter: Quarter, firstMonth: number = usualFirstMonth): Window {
  const first = addToMonth(writeMonth(startYear, checked(firstMonth)), (quarter - 1) * 3);
  return { start: monthStart(first), end: monthEnd(addToMonth(first, 2)) };
}

/** How many months of the financial year came before this one: 0 for its first month, 11 for its last. */
export function monthsIntoYear(month: Month, firstMonth: number): number {
  return (monthParts(month).number - checked(firstMonth) + 12) % 12;
}

function checked(firstMonth: number): number {
  if (Number.isInteger(firstMonth) && firstMonth >= 1 && firstMonth <= 12) return firstMonth;
  throw new RangeError(`A financial year begins with a month from 1 to 12, not ${firstMonth}`);
}
