import { heldBy } from '../notions/attribution.ts';
import { isAged } from '../notions/born.ts';
import { addMonths, daysBetween, isWithin } from '../notions/dates.ts';
import type { Indicator } from '../notions/figures.ts';
import { latest } from '../notions/latest.ts';
import { type LookedAfter, lookedAfterAt } from '../notions/looked-after.ts';
import { one, rowsOfPerson, share } from '../notions/share.ts';
import { day, isYes, number, type Row, type Tables, text } from '../notions/tables.ts';
import { twelveMonthsTo } from '../notions/windows.ts';
import { isOneOf } from '../notions/words.ts';
import { isAtLeast, workingDays } from '../notions/working-days.ts';

/** Whether a row of the person is dated in the 12 months to D. */
function inTheYear(tables: Tables, [dataset, who, date]: readonly string[], person: string, asAt: string): boolean {
  return rowsOfPerson(tables, dataset ?? '', who ?? '', person).some((row) =>
    isWithin(day(row, date ?? ''), twelveMonthsTo(asAt)),
  );
}

function seenIn6Weeks(tables: Tables, person: string, asAt: string): boolean {
  return rowsOfPerson(tables, 'ssd_cla_visits', 'clav_person_id', person).some((row) => {
    const visited = day(row, 'clav_cla_visit_date');
    if (visited === null || visited > asAt) return false;
    return isYes(row, 'clav_cla_visit_seen') && daysBetween(visited, asAt) <= 42;
  });
}

/** The distinct workers whose involvement touched the 12 months to D; one that ended where the months begin did not. */
function workersOfTheYear(tables: Tables, person: string, asAt: string): number {
  const rows = rowsOfPerson(tables, 'ssd_involvements', 'invo_person_id', person).filter((row) => {
    const start = day(row, 'invo_involvement_start_date');
    const end = day(row, 'invo_involvement_end_date');
    if (start === null || start > asAt) return false;
    return end === null || (end > start && end > twelveMonthsTo(asAt).first);
  });
  return new Set(rows.flatMap((row) => text(row, 'invo_professional_id') ?? [])).size;
}

/** What the latest record made by D says; of several of one day, one that says yes is enough. */
function isImmunised(tables: Tables, person: string, asAt: string): boolean {
  const date = (row: Row) => day(row, 'clai_immunisations_status_date');
  const known = rowsOfPerson(tables, 'ssd_cla_immunisations', 'clai_person_id', person).filter(
    (row) => (date(row) ?? '9999') <= asAt,
  );
  const last = latest(known, date, () => null);
  return known.some((row) => date(row) === (last && date(last)) && isYes(row, 'clai_immunisations_status'));
}

function lastScore(tables: Tables, person: string, asAt: string): number | null {
  const date = (row: Row) => day(row, 'csdq_sdq_completed_date');
  const scored = rowsOfPerson(tables, 'ssd_sdq_scores', 'csdq_person_id', person).filter(
    (row) => number(row, 'csdq_sdq_score') !== null && isWithin(date(row), twelveMonthsTo(asAt)),
  );
  const last = latest(scored, date, (row) => text(row, 'csdq_table_id'));
  return last && number(last, 'csdq_sdq_score');
}

function wentMissing(tables: Tables, person: string, asAt: string): boolean {
  return rowsOfPerson(tables, 'ssd_missing', 'miss_person_id', person).some(
    (row) =>
      isOneOf(text(row, 'miss_missing_episode_type'), ['M']) &&
      isWithin(day(row, 'miss_missing_episode_start_date'), twelveMonthsTo(asAt)),
  );
}

function hasEducationPlan(tables: Tables, person: string, asAt: string): boolean {
  return rowsOfPerson(tables, 'personal_education_plans', 'person_id', person).some((row) =>
    isWithin(day(row, 'reviewed_on'), { first: addMonths(asAt, -6), last: asAt }),
  );
}

export function careWelfare(tables: Tables, asAt: string): Indicator[] {
  const children = lookedAfterAt(tables, asAt);
  const aged = (from: number, to: number) => (child: LookedAfter) => isAged(tables, child.person, asAt, from, to);
  const shareOf = (id: string, among: readonly LookedAfter[], met: (person: string) => boolean) =>
    share(
      id,
      among.map(({ person }) => one(person, heldBy(tables, person, asAt), met(person))),
    );
  const forDays = children.filter(({ period: { began } }) => began !== null && daysBetween(began, asAt) >= 42);
  const forAYear = children.filter(({ period: { began } }) => began !== null && began <= addMonths(asAt, -12));
  const scored = (person: string) => lastScore(tables, person, asAt);
  const asked = forAYear.filter(aged(4, 16));
  const atSchool = children.filter(({ period }) => isAtLeast(workingDays(period.began, asAt), 20)).filter(aged(5, 15));
  const convictions = ['ssd_cla_convictions', 'clac_person_id', 'clac_cla_conviction_date'];
  const misuse = ['ssd_cla_substance_misuse', 'clas_person_id', 'clas_substance_misuse_date'];
  return [
    shareOf('cla-seen-6-weeks', forDays, (person) => seenIn6Weeks(tables, person, asAt)),
    shareOf('cla-3-workers', children, (person) => workersOfTheYear(tables, person, asAt) >= 3),
    shareOf('cla-immunised', forAYear, (person) => isImmunised(tables, person, asAt)),
    shareOf('cla-sdq-scored', asked, (person) => scored(person) !== null),
    shareOf(
      'cla-sdq-concern',
      asked.filter(({ person }) => scored(person) !== null),
      (person) => (scored(person) ?? 0) >= 17,
    ),
    shareOf('cla-convicted', forAYear.filter(aged(10, 200)), (person) => inTheYear(tables, convictions, person, asAt)),
    shareOf('cla-substance-misuse', forAYear, (person) => inTheYear(tables, misuse, person, asAt)),
    shareOf('cla-missing', children, (person) => wentMissing(tables, person, asAt)),
    shareOf('cla-education-plan', atSchool, (person) => hasEducationPlan(tables, person, asAt)),
  ];
}
