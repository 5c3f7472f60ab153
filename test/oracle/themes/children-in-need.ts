import { heldBy, holdingTeam, knownTeam } from '../notions/attribution.ts';
import { addDays, addMonths, isWithin, openAt } from '../notions/dates.ts';
import { episodeOpenAt, episodesOf } from '../notions/episodes.ts';
import type { Indicator } from '../notions/figures.ts';
import { isOnShortBreak } from '../notions/legal-status.ts';
import { periodsOfCare } from '../notions/periods-of-care.ts';
import { one, rowsOfPerson, share } from '../notions/share.ts';
import { day, isYes, type Row, rowsOf, type Tables, text } from '../notions/tables.ts';
import { notAttributed } from '../notions/units.ts';
import { yearToDate } from '../notions/windows.ts';
import { isAtLeast, isAtMost, workingDays } from '../notions/working-days.ts';

/** An open case belongs to who holds it now; to the row's own team only where nobody does. */
function heldFirst(tables: Tables, person: string | null, team: string | null, asAt: string): string {
  return holdingTeam(tables, person, asAt) ?? knownTeam(tables, team) ?? notAttributed;
}

function openReferrals(tables: Tables, asAt: string): { row: Row; referred: string; unit: string }[] {
  return rowsOf(tables, 'ssd_cin_episodes').flatMap((row) => {
    const referred = day(row, 'cine_referral_date');
    if (referred === null || !openAt(referred, day(row, 'cine_close_date'), asAt)) return [];
    if (isYes(row, 'cine_referral_nfa')) return [];
    const unit = heldFirst(tables, text(row, 'cine_person_id'), text(row, 'cine_referral_team'), asAt);
    return [{ row, referred, unit }];
  });
}

/** Open for at least the first number of months and for less than the second. */
function openFor(tables: Tables, asAt: string, id: string, from: number, to: number | null): Indicator {
  return share(
    id,
    openReferrals(tables, asAt).map(({ row, referred, unit }) => {
      const longEnough = referred <= addMonths(asAt, -from);
      const tooLong = to !== null && referred <= addMonths(asAt, -to);
      return one(text(row, 'cine_referral_id'), unit, longEnough && !tooLong);
    }),
  );
}

function hasOpen(tables: Tables, [dataset, who, from, to]: readonly string[], person: string, asAt: string): boolean {
  return rowsOfPerson(tables, dataset ?? '', who ?? '', person).some((row) =>
    openAt(day(row, from ?? ''), day(row, to ?? ''), asAt),
  );
}

const needPlan = ['ssd_cin_plans', 'cinp_person_id', 'cinp_cin_plan_start_date', 'cinp_cin_plan_end_date'];
const protectionPlan = ['ssd_cp_plans', 'cppl_person_id', 'cppl_cp_plan_start_date', 'cppl_cp_plan_end_date'];

function cinPlanCurrent(tables: Tables, asAt: string): Indicator {
  const episodes = episodesOf(tables);
  const cases = openReferrals(tables, asAt).flatMap(({ row, referred, unit }) => {
    const person = text(row, 'cine_person_id');
    const waited = workingDays(referred, asAt);
    if (person === null || typeof waited !== 'number' || waited <= 45) return [];
    if (hasOpen(tables, protectionPlan, person, asAt) || episodeOpenAt(episodes, person, asAt) !== null) return [];
    return [one(person, unit, hasOpen(tables, needPlan, person, asAt))];
  });
  return share('cin-plan-current', cases, true);
}

function cinSeen30Days(tables: Tables, asAt: string): Indicator {
  const cases = rowsOf(tables, 'ssd_cin_plans').flatMap((row) => {
    const person = text(row, 'cinp_person_id');
    const start = day(row, 'cinp_cin_plan_start_date');
    if (person === null || !openAt(start, day(row, 'cinp_cin_plan_end_date'), asAt)) return [];
    if (!isAtLeast(workingDays(start, asAt), 30)) return [];
    const seen = rowsOfPerson(tables, 'ssd_cin_visits', 'cinv_person_id', person).some(
      (visit) =>
        isYes(visit, 'cinv_cin_visit_seen') && isAtMost(workingDays(day(visit, 'cinv_cin_visit_date'), asAt), 30),
    );
    return [one(person, heldFirst(tables, person, text(row, 'cinp_cin_plan_team'), asAt), seen)];
  });
  return share('cin-seen-30-days', cases, true);
}

/** Whether a referral of the person closed from the day to six months after it. */
function closedAfter(tables: Tables, person: string | null, end: string): boolean {
  return rowsOfPerson(tables, 'ssd_cin_episodes', 'cine_person_id', person).some((row) =>
    isWithin(day(row, 'cine_close_date'), { first: end, last: addMonths(end, 6) }),
  );
}

function closedAfterPlan(tables: Tables, asAt: string): Indicator {
  const cases = rowsOf(tables, 'ssd_cp_plans').flatMap((row) => {
    const end = day(row, 'cppl_cp_plan_end_date');
    if (end === null || !isWithin(addMonths(end, 6), yearToDate(asAt)) || isYes(row, 'cppl_cp_plan_ola')) return [];
    const person = text(row, 'cppl_person_id');
    return [
      one(text(row, 'cppl_cp_plan_id'), heldBy(tables, person, addDays(end, -1)), closedAfter(tables, person, end)),
    ];
  });
  return share('cin-closed-6-months-after-plan', cases);
}

function closedAfterCare(tables: Tables, asAt: string): Indicator {
  const cases = periodsOfCare(tables).flatMap(({ person, end }) => {
    if (person === null || end === null || !isWithin(addMonths(end.date, 6), yearToDate(asAt))) return [];
    const dayBefore = addDays(end.date, -1);
    if (isOnShortBreak(tables, person, dayBefore)) return [];
    return [one(end.episodeId, heldBy(tables, person, dayBefore), closedAfter(tables, person, end.date))];
  });
  return share('cin-closed-6-months-after-care', cases);
}

export function childrenInNeed(tables: Tables, asAt: string): Indicator[] {
  return [
    openFor(tables, asAt, 'cin-open-6-months', 6, 12),
    openFor(tables, asAt, 'cin-open-1-year', 12, 24),
    openFor(tables, asAt, 'cin-open-2-years', 24, null),
    cinPlanCurrent(tables, asAt),
    cinSeen30Days(tables, asAt),
    closedAfterPlan(tables, asAt),
    closedAfterCare(tables, asAt),
  ];
}
