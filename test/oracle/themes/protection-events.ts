import { heldBy, ownedBy } from '../notions/attribution.ts';
import { bornOn } from '../notions/born.ts';
import { addDays, addMonths, isWithin, openAt } from '../notions/dates.ts';
import type { Indicator } from '../notions/figures.ts';
import { datedIn, one, rate, rowsOfPerson, share } from '../notions/share.ts';
import { day, isYes, rowsOf, type Tables, text } from '../notions/tables.ts';
import { rollingMonths, yearToDate } from '../notions/windows.ts';
import { isAtMost, workingDays } from '../notions/working-days.ts';

function cpPlanStartsRate(tables: Tables, asAt: string): Indicator {
  const begun = datedIn(tables, 'ssd_cp_plans', 'cppl_cp_plan_start_date', rollingMonths(asAt, 12));
  return rate(
    'cp-plan-starts-rate',
    begun
      .filter(({ row }) => !isYes(row, 'cppl_cp_plan_ola'))
      .map(({ row, date }) => one(text(row, 'cppl_cp_plan_id'), heldBy(tables, text(row, 'cppl_person_id'), date))),
  );
}

function cpPlansEnded3Months(tables: Tables, asAt: string): Indicator {
  const ended = datedIn(tables, 'ssd_cp_plans', 'cppl_cp_plan_end_date', yearToDate(asAt));
  const cases = ended.flatMap(({ row, date }) => {
    if (isYes(row, 'cppl_cp_plan_ola')) return [];
    const start = day(row, 'cppl_cp_plan_start_date');
    const short = start !== null && isWithin(date, { first: start, last: addMonths(start, 3) });
    return [one(text(row, 'cppl_cp_plan_id'), heldBy(tables, text(row, 'cppl_person_id'), addDays(date, -1)), short)];
  });
  return share('cp-plans-ended-3-months', cases);
}

function s47ChildSeen(tables: Tables, asAt: string): Indicator {
  const cases = datedIn(tables, 'ssd_s47_enquiry', 's47e_s47_end_date', yearToDate(asAt)).flatMap(({ row, date }) => {
    const person = text(row, 's47e_person_id');
    const born = bornOn(tables, person);
    if (born === null || born > date) return [];
    const start = day(row, 's47e_s47_start_date');
    const seen = rowsOf(tables, 'enquiry_visits').some(
      (visit) =>
        text(visit, 'enquiry_id') === text(row, 's47e_s47_enquiry_id') &&
        isYes(visit, 'child_seen') &&
        start !== null &&
        isWithin(day(visit, 'visited_on'), { first: start, last: date }),
    );
    const unit = ownedBy(tables, text(row, 's47e_s47_completed_by_team'), person, date);
    return [one(text(row, 's47e_s47_enquiry_id'), unit, seen)];
  });
  return share('s47-child-seen', cases);
}

/** Days, not visits: those of the plan's life on which the child was seen, each against the one before or the start. */
function cpVisitsOnTime(tables: Tables, asAt: string): Indicator {
  const cases = rowsOf(tables, 'ssd_cp_plans').flatMap((plan) => {
    const person = text(plan, 'cppl_person_id');
    const start = day(plan, 'cppl_cp_plan_start_date');
    if (isYes(plan, 'cppl_cp_plan_ola')) return [];
    const seen = rowsOfPerson(tables, 'ssd_cp_visits', 'cppv_person_id', person)
      .filter((visit) => isYes(visit, 'cppv_cp_visit_seen'))
      .flatMap((visit) => day(visit, 'cppv_cp_visit_date') ?? [])
      .filter((date) => openAt(start, day(plan, 'cppl_cp_plan_end_date'), date));
    const days = [...new Set(seen)].sort();
    return days.flatMap((date, place) => {
      if (!isWithin(date, yearToDate(asAt))) return [];
      const inTime = isAtMost(workingDays(days[place - 1] ?? start, date), 20);
      return [one(`${text(plan, 'cppl_cp_plan_id')}/${date}`, heldBy(tables, person, date), inTime)];
    });
  });
  return share('cp-visits-on-time', cases);
}

function cpConferencesOnTime(tables: Tables, asAt: string): Indicator {
  return share(
    'cp-conferences-on-time',
    datedIn(tables, 'ssd_cp_reviews', 'cppr_cp_review_date', yearToDate(asAt)).map(({ row, date }) => {
      const due = day(row, 'cppr_cp_review_due');
      const unit = heldBy(tables, text(row, 'cppr_person_id'), date);
      return one(text(row, 'cppr_cp_review_id'), unit, due !== null && date <= due);
    }),
  );
}

export function protectionEvents(tables: Tables, asAt: string): Indicator[] {
  return [
    cpPlanStartsRate(tables, asAt),
    cpPlansEnded3Months(tables, asAt),
    s47ChildSeen(tables, asAt),
    cpVisitsOnTime(tables, asAt),
    cpConferencesOnTime(tables, asAt),
  ];
}
