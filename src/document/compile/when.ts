import { addToMonth, type Month, outturnMonth } from '../../calendar/index.ts';
import type { Report } from '../../pack/index.ts';

const monthsOf = { monthly: 1, 'bi-monthly': 2, quarterly: 3, yearly: 12 } as const;
const unitOf = { months: 1, quarters: 3, years: 12 } as const;

/** The month of the report before, by its rhythm. */
export const previousMonth = (rhythm: Report['rhythm'], month: Month): Month => addToMonth(month, -monthsOf[rhythm]);

/**
 * The month that a report's word for it means.
 *
 * @example whenMonth('outturn', { month: '2014-05', rhythm: 'monthly', financialYearStart: 4 }) // '2014-03'
 * @example whenMonth('2-quarters-ago', { month: '2019-12', … }) // '2019-06'
 */
export function whenMonth(
  when: string,
  { month, rhythm, financialYearStart }: { month: Month; rhythm: Report['rhythm']; financialYearStart: number },
): Month {
  const [, count, unit] = /^(\d+)-(months|quarters|years)-ago$/.exec(when) ?? [];
  if (unit !== undefined) return addToMonth(month, -Number(count) * unitOf[unit as keyof typeof unitOf]);
  switch (when) {
    case 'now':
      return month;
    case 'previous':
      return previousMonth(rhythm, month);
    case 'outturn':
      return outturnMonth(month, financialYearStart);
    case 'year-ago':
      return addToMonth(month, -12);
    default:
      return when;
  }
}
