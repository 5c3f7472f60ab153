import { windowOf } from './basis.ts';
import { financialYearFrom, type Quarter, quarterWindow, usualFirstMonth } from './financial-year.ts';
import { monthEnd, monthStart } from './month.ts';
import type { Day, Month, Window } from './types.ts';

/** A stretch of time that a person can write. What ends with a month end names its month. */
export type Period =
  | { readonly kind: 'month'; readonly month: Month }
  | { readonly kind: 'quarter'; readonly startYear: number; readonly quarter: Quarter }
  | { readonly kind: 'financial-year'; readonly startYear: number }
  | { readonly kind: 'year-to-date'; readonly month: Month }
  | { readonly kind: 'rolling'; readonly months: number; readonly month: Month }
  | { readonly kind: 'snapshot'; readonly day: Day };

/** First and last day of a period; a snapshot is its one day. */
export function periodWindow(period: Period, firstMonth: number = usualFirstMonth): Window {
  switch (period.kind) {
    case 'month':
      return { start: monthStart(period.month), end: monthEnd(period.month) };
    case 'quarter':
      return quarterWindow(period.startYear, period.quarter, firstMonth);
    case 'financial-year': {
      const { start, end } = financialYearFrom(period.startYear, firstMonth);
      return { start, end };
    }
    case 'year-to-date':
    case 'rolling':
      return windowOf(period, period.month, firstMonth);
    case 'snapshot':
      return { start: period.day, end: period.day };
  }
}
