import { monthsIntoYear, usualFirstMonth } from './financial-year.ts';
import { addToMonth, monthEnd, monthStart } from './month.ts';
import type { Month, Window } from './types.ts';

/** Which dates the figure of a month covers. */
export type Basis =
  | { readonly kind: 'month' | 'quarter' | 'year-to-date' | 'snapshot' }
  | { readonly kind: 'rolling'; readonly months: number };

const allowed = 'month, quarter, year-to-date, rolling-N-months (N from 1 to 9999) or snapshot';
const rollingForm = /^rolling-([1-9]\d{0,3})-months$/;

/** @throws RangeError that says what was found and what is allowed. */
export function parseBasis(text: string): Basis {
  if (text === 'month' || text === 'quarter' || text === 'year-to-date' || text === 'snapshot') return { kind: text };
  const months = rollingForm.exec(text)?.[1];
  if (months) return { kind: 'rolling', months: Number(months) };
  throw new RangeError(`“${text}” is not a basis; a basis is ${allowed}`);
}

/** The inverse of parseBasis. */
export function formatBasis(basis: Basis): string {
  return basis.kind === 'rolling' ? `rolling-${basis.months}-months` : basis.kind;
}

/**
 * The window of a figure, from the first day of its first month to D, the last day of `month`. A snapshot is the state
 * at the end of D: its window is D alone.
 *
 * @example windowOf({ kind: 'year-to-date' }, '2027-02') // { start: '2026-04-01', end: '2027-02-28' }
 * @example windowOf({ kind: 'quarter' }, '2026-05') // { start: '2026-04-01', end: '2026-05-31' }
 */
export function windowOf(basis: Basis, month: Month, firstMonth: number = usualFirstMonth): Window {
  const end = monthEnd(month);
  if (basis.kind === 'snapshot') return { start: end, end };
  return { start: monthStart(addToMonth(month, -monthsBefore(basis, month, firstMonth))), end };
}

/** How many months of a window come before the month of D. */
function monthsBefore(basis: Basis, month: Month, firstMonth: number): number {
  if (basis.kind === 'rolling') return basis.months - 1;
  if (basis.kind === 'year-to-date') return monthsIntoYear(month, firstMonth);
  return basis.kind === 'quarter' ? monthsIntoYear(month, firstMonth) % 3 : 0;
}

/**
 * The month whose figures are the last outturn: the last of the financial year before the one D lies in.
 *
 * @example outturnMonth('2026-04') // '2026-03'
 * @example outturnMonth('2027-03') // '2026-03'
 */
export function outturnMonth(month: Month, firstMonth: number = usualFirstMonth): Month {
  return addToMonth(month, -1 - monthsIntoYear(month, firstMonth));
}
