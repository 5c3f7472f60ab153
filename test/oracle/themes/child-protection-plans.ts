import { heldBy } from '../notions/attribution.ts';
import { addDays, addMonths, daysBetween, isWithin, openAt } from '../notions/dates.ts';
import type { Indicator, OracleCase } from '../notions/figures.ts';
import { day, isYes, type Row, rowsOf, type Tables, text } from '../notions/tables.ts';
import { twelveMonthsTo, yearToDate } from '../notions/windows.ts';
import { isAtLeast, isAtMost, workingDays } from '../notions/working-days.ts';

/** One row of ssd_cp_plans. */
interface Plan {
  readonly row: Row;
  readonly id: string;
  readonly person: string | null;
  readonly start: string | null;
  readonly end: string | null;
}

/** Every plan, another authority's included. */
function allPlans(tables: Tables): Plan[] {
  return rowsOf(tables, 'ssd_cp_plans').map((row) => ({
    row,
    id: text(row, 'cppl_cp_plan_id') ?? '',
    person: text(row, 'cppl_person_id'),
    start: day(row, 'cppl_cp_plan_start_date'),
    end: day(row, 'cppl_cp_plan_end_date'),
  }));
}

/** Plans of this authority: another's (ola yes) left out, an unknown flag kept. */
function ownPlans(tables: Tables): Plan[] {
  return allPlans(tables).filter((plan) => !isYes(plan.row, 'cppl_cp_plan_ola'));
}

interface OpenPlan extends Plan {
  readonly start: string;
}

function openPlans(tables: Tables, asAt: string): OpenPlan[] {
  return ownPlans(tables).flatMap((plan) =>
    plan.start !== null && openAt(plan.start, plan.end, asAt) ? [{ ...plan, start: plan.start }] : [],
  );
}

function caseOf(tables: Tables, plan: Plan, date: string, inNumerator: boolean): OracleCase {
  return { id: plan.id, unit: heldBy(tables, plan.person, date), weight: 1, inNumerator };
}

function cpPlanRate(tables: Tables, asAt: string): Indicator {
  const cases = openPlans(tables, asAt).flatMap((plan) =>
    plan.person === null
      ? []
      : [{ id: plan.person, unit: heldBy(tables, plan.person, asAt), weight: 1, inNumerator: true }],
  );
  return { id: 'cp-plan-rate', shape: 'rate', distinct: true, cases };
}

function cpPlans18Months(tables: Tables, asAt: string): Indicator {
  const cases = openPlans(tables, asAt).map((plan) => caseOf(tables, plan, asAt, plan.start <= addMonths(asAt, -18)));
  return { id: 'cp-plans-18-months', shape: 'share', distinct: false, cases };
}

function cpPlans2YearsOpen(tables: Tables, asAt: string): Indicator {
  const cases = openPlans(tables, asAt).map((plan) => caseOf(tables, plan, asAt, daysBetween(plan.start, asAt) > 729));
  return { id: 'cp-plans-2-years-open', shape: 'share', distinct: false, cases };
}

/** Plans by start, repeated where an earlier plan of the person ended by this start, not before the limit. */
function repeatPlans(tables: Tables, asAt: string, id: string, notBefore: (start: string) => string): Indicator {
  const window = yearToDate(asAt);
  const all = allPlans(tables);
  const cases = ownPlans(tables).flatMap((plan) => {
    const { person, start } = plan;
    if (start === null || !isWithin(start, window)) return [];
    const again = all.some(
      (other) =>
        person !== null &&
        other.person === person &&
        other.start !== null &&
        other.start < start &&
        other.end !== null &&
        other.end <= start &&
        other.end >= notBefore(start),
    );
    return [caseOf(tables, plan, start, again)];
  });
  return { id, shape: 'share', distinct: false, cases };
}

function cpReviewsOnTime(tables: Tables, asAt: string): Indicator {
  const window = twelveMonthsTo(asAt);
  const due = (row: Row) => day(row, 'cppr_cp_review_due');
  const held = (row: Row) => day(row, 'cppr_cp_review_date');
  const cases = openPlans(tables, asAt).flatMap((plan) => {
    if (plan.start > addMonths(asAt, -3)) return [];
    const reviews = rowsOf(tables, 'ssd_cp_reviews').filter((row) => text(row, 'cppr_cp_plan_id') === plan.id);
    const anyDue = reviews.some((row) => isWithin(due(row), { first: '0000-01-01', last: asAt }));
    const allHeld = reviews
      .filter((row) => isWithin(due(row), window))
      .every((row) => (held(row) ?? '9999-12-31') <= (due(row) ?? ''));
    return [caseOf(tables, plan, asAt, anyDue && allHeld)];
  });
  return { id: 'cp-reviews-on-time', shape: 'share', distinct: false, cases };
}

/** A plan that ended is attributed on the day before, because the involvement closes with it. */
function cpPlansEnded2Years(tables: Tables, asAt: string): Indicator {
  const window = yearToDate(asAt);
  const cases = ownPlans(tables).flatMap((plan) => {
    if (plan.end === null || !isWithin(plan.end, window)) return [];
    const long = plan.start !== null && daysBetween(plan.start, plan.end) > 729;
    return [caseOf(tables, plan, addDays(plan.end, -1), long)];
  });
  return { id: 'cp-plans-ended-2-years', shape: 'share', distinct: false, cases };
}

function cpSeen20Days(tables: Tables, asAt: string): Indicator {
  const cases = openPlans(tables, asAt).flatMap((plan) => {
    if (!isAtLeast(workingDays(plan.start, asAt), 20)) return [];
    const seen = rowsOf(tables, 'ssd_cp_visits').some((visit) => {
      const date = day(visit, 'cppv_cp_visit_date');
      return (
        plan.person !== null &&
        text(visit, 'cppv_person_id') === plan.person &&
        isYes(visit, 'cppv_cp_visit_seen') &&
        date !== null &&
        date <= asAt &&
        isAtMost(workingDays(date, asAt), 20)
      );
    });
    return [caseOf(tables, plan, asAt, seen)];
  });
  return { id: 'cp-seen-20-days', shape: 'share', distinct: false, cases };
}

export function childProtectionPlans(tables: Tables, asAt: string): Indicator[] {
  return [
    cpPlanRate(tables, asAt),
    cpPlans18Months(tables, asAt),
    cpPlans2YearsOpen(tables, asAt),
    repeatPlans(tables, asAt, 'cp-repeat-24-months', (start) => addMonths(start, -24)),
    repeatPlans(tables, asAt, 'cp-repeat-ever', () => '0000-01-01'),
    cpReviewsOnTime(tables, asAt),
    cpPlansEnded2Years(tables, asAt),
    cpSeen20Days(tables, asAt),
  ];
}
