import { type Month, monthLabel, monthOf, monthsBetween, parseBasis, windowOf } from '../../calendar/index.ts';
import type { Definition } from '../../pack/index.ts';

type Based = Pick<Definition, 'basis' | 'measuredIn'>;

/** What a figure is called by what it measures. */
export function figureNoun({ basis, measuredIn }: Based): string {
  const over = basis === 'year-to-date' ? 'year-to-date ' : basis === 'quarter' ? 'quarter-to-date ' : '';
  return `${over}${nouns[measuredIn]}`;
}

const nouns: Readonly<Record<Definition['measuredIn'], string>> = {
  percent: 'figure',
  'rate-per-10000': 'rate',
  'rate-per-100000': 'rate',
  count: 'number',
  average: 'average',
  'average-days': 'average',
  ratio: 'ratio',
};

/** What follows a figure in its first mention, where the printed figure does not say it. */
export const unitAfter: Readonly<Partial<Record<Definition['measuredIn'], string>>> = {
  'rate-per-10000': ' per 10,000 children',
  'rate-per-100000': ' per 100,000 children',
};

/**
 * The dates of a figure as part of a sentence.
 *
 * @example periodWords('year-to-date', '2026-10', 4) // 'from April to October 2026'
 * @example periodWords('snapshot', '2026-10', 4)     // 'at the end of October 2026'
 */
export function periodWords(basis: string, month: Month, firstMonth: number): string {
  const label = monthLabel(month);
  const parsed = parseBasis(basis);
  if (parsed.kind === 'snapshot') return `at the end of ${label}`;
  const first = monthOf(windowOf(parsed, month, firstMonth).start);
  if (first === month) return `in ${label}`;
  if (parsed.kind === 'rolling') return `in the ${parsed.months} months to ${label}`;
  const sameYear = first.slice(0, 4) === month.slice(0, 4);
  return `from ${sameYear ? monthLabel(first).replace(/ \d+$/, '') : monthLabel(first)} to ${label}`;
}

/** How a figure of a month is placed when another is set beside it: 'in May 2026', 'at the end of May 2026'. */
export function momentWords(basis: string, month: Month): string {
  return `${basis === 'snapshot' ? 'at the end of' : 'in'} ${monthLabel(month)}`;
}

/**
 * Whether the figures of two months cover equally long times where that matters: a number or a rate for the year to date
 * grows with the year, so October's is no rise on September's.
 */
export function sameSpan({ basis, measuredIn }: Based, one: Month, other: Month, firstMonth: number): boolean {
  const grows = measuredIn === 'count' || measuredIn.startsWith('rate-');
  if (!grows) return true;
  const length = (month: Month): number =>
    monthsBetween(monthOf(windowOf(parseBasis(basis), month, firstMonth).start), month);
  return length(one) === length(other);
}

/** Whether a month is the first of its financial year. */
export function isFirstOfYear(month: Month, firstMonth: number): boolean {
  return Number(month.slice(5)) === firstMonth;
}
