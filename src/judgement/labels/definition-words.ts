import { dayLabel, type Month, monthEnd, parseBasis, windowLabel, windowOf } from '../../calendar/index.ts';
import type { Definition } from '../../pack/index.ts';

/** What a basis covers, as it stands under a title: 'year to date', 'rolling 12 months', 'at month end'. */
export function basisInWords(basis: string): string {
  if (basis === 'snapshot') return 'at month end';
  if (basis === 'month') return 'in the month';
  if (basis === 'quarter') return 'quarter to date';
  return basis.replaceAll('-', ' ');
}

/** The dates a basis covers in a month: '1 April to 31 October 2026', or 'at 31 October 2026' for a snapshot. */
export function periodInWords(basis: string, month: Month, financialYearStart: number): string {
  if (basis === 'snapshot') return `at ${dayLabel(monthEnd(month))}`;
  return windowLabel(windowOf(parseBasis(basis), month, financialYearStart));
}

export const polarityInWords: Readonly<Record<Definition['polarity'], string>> = {
  higher: 'higher is better',
  lower: 'lower is better',
  target: 'close to target is better',
  none: 'activity',
};

export const measureInWords: Readonly<Record<Definition['measuredIn'], string>> = {
  percent: 'Percentage',
  'rate-per-10000': 'Rate per 10,000 children',
  'rate-per-100000': 'Rate per 100,000 children',
  count: 'Number',
  average: 'Average',
  'average-days': 'Days on average',
  ratio: 'Ratio',
};
