import { lastDayOf } from './notions/dates.ts';
import { figuresOf, type Indicator, type OracleFigure } from './notions/figures.ts';
import type { Tables } from './notions/tables.ts';
import { adoption } from './themes/adoption.ts';
import { audits } from './themes/audits.ts';
import { careEvents } from './themes/care-events.ts';
import { careFlows } from './themes/care-flows.ts';
import { careLeavers } from './themes/care-leavers.ts';
import { careWelfare } from './themes/care-welfare.ts';
import { childProtectionEnquiries } from './themes/child-protection-enquiries.ts';
import { childProtectionPlans } from './themes/child-protection-plans.ts';
import { childrenInNeed } from './themes/children-in-need.ts';
import { childrenLookedAfter } from './themes/children-looked-after.ts';
import { courtsAndYouthJustice } from './themes/courts-and-youth-justice.ts';
import { earlyHelp } from './themes/early-help.ts';
import { frontDoor } from './themes/front-door.ts';
import { gradesAndAnswers } from './themes/grades-and-answers.ts';
import { missing } from './themes/missing.ts';
import { protectionEvents } from './themes/protection-events.ts';
import { referralsAndAssessments } from './themes/referrals-and-assessments.ts';
import { staffInPost } from './themes/staff-in-post.ts';
import { whereChildrenLive } from './themes/where-children-live.ts';
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
  frontDoor,
  earlyHelp,
  childrenInNeed,
  protectionEvents,
  careFlows,
  whereChildrenLive,
  careWelfare,
  missing,
  careLeavers,
  courtsAndYouthJustice,
  gradesAndAnswers,
  staffInPost,
];

/**
 * Every indicator of the library for every unit in one month, straight from the rows and without regard to speed:
 * the second implementation that the engine is held to.
 *
 * - of a count, the numerator is the number and the denominator is null;
 * - of a rate, the numerator is the number and the denominator the population of the unit, or null without one;
 * - of an average of days, the numerator is the sum of the days and the denominator the number of cases;
 * - of caseload-average, the numerator is the pairs of worker and person and the denominator the FTE;
 * - of turnover and sickness-days, the numerator is the FTE that left or the days lost and the denominator the FTE.
 *
 * Units are all of ssd_department, the root included, and `not-attributed` where it holds a case of the indicator.
 *
 * @param month YYYY-MM; D is its last day.
 */
export function oracle(tables: Tables, month: string): OracleFigure[] {
  const asAt = lastDayOf(month);
  return themes.flatMap((theme) => theme(tables, asAt)).flatMap((indicator) => figuresOf(tables, asAt, indicator));
}
