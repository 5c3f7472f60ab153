import { type Month, monthLabel, monthsBetween } from '../../calendar/index.ts';

/** The periods of a chart over time, oldest first. */
export interface Periods {
  /** The month of each, or its last month: 'YYYY-MM'. */
  readonly months: readonly Month[];
  /** What each is called where it is no month: 'Q1 2026/27', '2023/24'. */
  readonly periods?: readonly string[];
}

/** What a period is called in words. */
export function periodName({ months, periods }: Periods, index: number): string {
  const month = months[index];
  return periods?.[index] ?? (month === undefined ? '' : monthLabel(month));
}

/** What one period is. */
export function periodKind({ months }: Periods): 'month' | 'quarter' | 'year' {
  const [first, second] = months;
  const apart = first === undefined || second === undefined ? 1 : monthsBetween(first, second);
  return apart >= 12 ? 'year' : apart >= 3 ? 'quarter' : 'month';
}

/** 'Month', for the head of a column. */
export function periodHeading(periods: Periods): string {
  return { month: 'Month', quarter: 'Quarter', year: 'Year' }[periodKind(periods)];
}
