import { addToMonth, financialYear, type Month, monthEnd, monthLabel, quarterOf } from '../../calendar/index.ts';
import type { Report } from '../../pack/index.ts';

/**
 * The period of a report in words: a month, two months, a quarter of a financial year, or a year.
 *
 * @example periodName({ rhythm: 'quarterly' }, '2019-12', 4) // 'Quarter 3 of 2019/20'
 */
export function periodName(
  { rhythm, period }: Pick<Report, 'rhythm' | 'period'>,
  month: Month,
  financialYearStart: number,
): string {
  const usual = usualName(rhythm, month, financialYearStart);
  return period?.replaceAll('{period}', usual) ?? usual;
}

function usualName(rhythm: Report['rhythm'], month: Month, financialYearStart: number): string {
  const end = monthEnd(month);
  const year = financialYear(end, financialYearStart).label;
  if (rhythm === 'quarterly') return `Quarter ${quarterOf(end, financialYearStart)} of ${year}`;
  if (rhythm === 'yearly') return `Year ${year}`;
  if (rhythm === 'bi-monthly') return `${monthLabel(addToMonth(month, -1))} and ${monthLabel(month)}`;
  return monthLabel(month);
}
