import { monthLabel, monthsBetween } from '../../calendar/index.ts';
import type { Periods } from '../../document/index.ts';

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
