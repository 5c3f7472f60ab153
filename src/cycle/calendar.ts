import { addToMonth, addWorkingDays, type Day, type Month, monthEnd } from '../calendar/index.ts';
import type { Report } from '../pack/index.ts';

/** The steps that a report goes through in a month, in order. */
export const stepNames = ['figures', 'commentary', 'sign-off', 'publication'] as const;
export type StepName = (typeof stepNames)[number];

type Cycle = NonNullable<Report['cycle']>;

/**
 * The day by which each step of a month is due: working days are counted from the end of the month.
 *
 * @example datesOf({ dataCutOff: 3, … }, '2026-03') // figures: '2026-04-07', for Good Friday and Easter Monday fall between
 */
export const datesOf = (cycle: Cycle, month: Month): Readonly<Record<StepName, Day>> => ({
  figures: addWorkingDays(monthEnd(month), cycle.dataCutOff),
  commentary: addWorkingDays(monthEnd(month), cycle.commentaryDue),
  'sign-off': addWorkingDays(monthEnd(month), cycle.signOff),
  publication: addWorkingDays(monthEnd(month), cycle.publication),
});

const monthsOf = { monthly: 1, 'bi-monthly': 2, quarterly: 3, yearly: 12 } as const;

/**
 * The first month, from a given one on, that a report is made of by its rhythm: quarters and years end with those of the
 * financial year, pairs of months are counted from its beginning.
 *
 * @param financialYearStart the number of its first month, 4 for April
 * @example reportedMonth('quarterly', '2026-10', 4) // '2026-12'
 */
export function reportedMonth(rhythm: Report['rhythm'], month: Month, financialYearStart: number): Month {
  const step = monthsOf[rhythm];
  const done = (Number(month.slice(5)) - financialYearStart + 12) % 12;
  return addToMonth(month, step - 1 - (done % step));
}
