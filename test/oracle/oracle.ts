import { lastDayOf } from './notions/dates.ts';
import { figuresOf, type Indicator, type OracleFigure } from './notions/figures.ts';
import type { Tables } from './notions/tables.ts';
import { adoption } from './themes/adoption.ts';
import { audits } from './themes/audits.ts';
import { careEvents } from './themes/care-events.ts';
import { childProtectionEnquiries } from './themes/child-protection-enquiries.ts';
import { childProtectionPlans } from './themes/child-protection-plans.ts';
import { childrenLookedAfter } from './themes/children-looked-after.ts';
import { referralsAndAssessments } from './themes/referrals-and-assessments.ts';
import { workforce } from './themes/workforce.ts';

const themes: readonly ((tables: Tables, asAt: string) => Indicator[])[] = [
  referralsAndAssessments,
  childProtectionPlans,
  childProtectionEnquiries,
  childrenLookedAfter,
  careEvents,
  adoption,
  audits,
  workforce,
];

/**
 * Every indicator of the library for every unit in one month, straight from the rows and without regard to speed:
 * the second implementation that the engine is held to.
 *
 * - of a count, the numerator is the number and the denominator is null;
 * - of a rate, the numerator is the number and the denominator the population of the unit, or null without one;
 * - of an average of days, the numerator is the sum of the days and the denominator the number of persons;
 * - of caseload-average, the numerator is the pairs of worker and person and the denominator the FTE.
 *
 * Units are all of ssd_department, the root included, and `not-attributed` where it holds a case of the indicator.
 *
 * @param month YYYY-MM; D is its last day.
 */
export function oracle(tables: Tables, month: string): OracleFigure[] {
  const asAt = lastDayOf(month);
  return themes.flatMap((theme) => theme(tables, asAt)).flatMap((indicator) => figuresOf(tables, asAt, indicator));
}
