import { heldBy, holdingTeam, involvementsOpen, knownTeam, ownedBy } from '../notions/attribution.ts';
import { addMonths, isWithin, openAt } from '../notions/dates.ts';
import type { Indicator } from '../notions/figures.ts';
import { day, isYes, type Row, rowsOf, type Tables, text } from '../notions/tables.ts';
import { notAttributed } from '../notions/units.ts';
import { rollingMonths, yearToDate } from '../notions/windows.ts';
import { isAtMost, workingDays } from '../notions/working-days.ts';

const referralDate = (row: Row) => day(row, 'cine_referral_date');
const authorised = (row: Row) => day(row, 'cina_assessment_auth_date');
const started = (row: Row) => day(row, 'cina_assessment_start_date');

function referralUnit(tables: Tables, row: Row, date: string): string {
  return ownedBy(tables, text(row, 'cine_referral_team'), text(row, 'cine_person_id'), date);
}

function assessmentUnit(tables: Tables, row: Row, date: string): string {
  return ownedBy(tables, text(row, 'cina_assessment_team'), text(row, 'cina_person_id'), date);
}

/** Referrals open at D, those that needed no further action left out (an unknown flag stays). */
function openReferrals(tables: Tables, asAt: string): Row[] {
  return rowsOf(tables, 'ssd_cin_episodes').filter(
    (row) => openAt(referralDate(row), day(row, 'cine_close_date'), asAt) && !isYes(row, 'cine_referral_nfa'),
  );
}

function referralsRate(tables: Tables, asAt: string): Indicator {
  const window = rollingMonths(asAt, 12);
  const cases = rowsOf(tables, 'ssd_cin_episodes').flatMap((row) => {
    const date = referralDate(row);
    if (date === null || !isWithin(date, window)) return [];
    return [
      {
        id: text(row, 'cine_referral_id') ?? '',
        unit: referralUnit(tables, row, date),
        weight: 1,
        inNumerator: true,
      },
    ];
  });
  return { id: 'referrals-rate', shape: 'rate', distinct: false, cases };
}

function reReferrals(tables: Tables, asAt: string): Indicator {
  const window = yearToDate(asAt);
  const all = rowsOf(tables, 'ssd_cin_episodes');
  const cases = all.flatMap((row) => {
    const date = referralDate(row);
    if (date === null || !isWithin(date, window)) return [];
    const person = text(row, 'cine_person_id');
    const again = all.some((other) => {
      const before = referralDate(other);
      return (
        other !== row &&
        person !== null &&
        text(other, 'cine_person_id') === person &&
        before !== null &&
        before >= addMonths(date, -12) &&
        before < date
      );
    });
    const unit = referralUnit(tables, row, date);
    return [{ id: text(row, 'cine_referral_id') ?? '', unit, weight: 1, inNumerator: again }];
  });
  return { id: 're-referrals', shape: 'share', distinct: false, cases };
}

function assessments45Days(tables: Tables, asAt: string): Indicator {
  const window = yearToDate(asAt);
  const cases = rowsOf(tables, 'ssd_cin_assessments').flatMap((row) => {
    const date = authorised(row);
    if (date === null || !isWithin(date, window)) return [];
    const taken = workingDays(started(row), date);
    if (taken === 'reversed') return [];
    const unit = assessmentUnit(tables, row, date);
    return [{ id: text(row, 'cina_assessment_id') ?? '', unit, weight: 1, inNumerator: isAtMost(taken, 45) }];
  });
  return { id: 'assessments-45-days', shape: 'share', distinct: false, cases };
}

function assessmentsOverdue(tables: Tables, asAt: string): Indicator {
  const cases = rowsOf(tables, 'ssd_cin_assessments').flatMap((row) => {
    const start = started(row);
    const end = authorised(row);
    if (start === null || start > asAt || (end !== null && end <= asAt)) return [];
    const waiting = workingDays(start, asAt);
    if (typeof waiting !== 'number' || waiting <= 45) return [];
    const unit = assessmentUnit(tables, row, asAt);
    return [{ id: text(row, 'cina_assessment_id') ?? '', unit, weight: 1, inNumerator: true }];
  });
  return { id: 'assessments-overdue', shape: 'count', distinct: false, cases };
}

function assessmentsChildSeen(tables: Tables, asAt: string): Indicator {
  const window = yearToDate(asAt);
  const cases = rowsOf(tables, 'ssd_cin_assessments').flatMap((row) => {
    const date = authorised(row);
    if (date === null || !isWithin(date, window)) return [];
    const id = text(row, 'cina_person_id');
    const person = rowsOf(tables, 'ssd_person').find((one) => id !== null && text(one, 'pers_person_id') === id);
    const born = person === undefined ? null : day(person, 'pers_dob');
    if (born === null || born > date) return [];
    const unit = assessmentUnit(tables, row, date);
    const seen = isYes(row, 'cina_assessment_child_seen');
    return [{ id: text(row, 'cina_assessment_id') ?? '', unit, weight: 1, inNumerator: seen }];
  });
  return { id: 'assessments-child-seen', shape: 'share', distinct: false, cases };
}

/** An open case belongs to who holds it now; to the referral's own team only where nobody does. */
function cinRate(tables: Tables, asAt: string): Indicator {
  const cases = openReferrals(tables, asAt).flatMap((row) => {
    const person = text(row, 'cine_person_id');
    if (person === null) return [];
    const unit =
      holdingTeam(tables, person, asAt) ?? knownTeam(tables, text(row, 'cine_referral_team')) ?? notAttributed;
    return [{ id: person, unit, weight: 1, inNumerator: true }];
  });
  return { id: 'cin-rate', shape: 'rate', distinct: true, cases };
}

function unallocatedCases(tables: Tables, asAt: string): Indicator {
  const cases = openReferrals(tables, asAt).flatMap((row) => {
    const person = text(row, 'cine_person_id');
    const waiting = workingDays(referralDate(row), asAt);
    if (typeof waiting !== 'number' || waiting <= 21) return [];
    if (involvementsOpen(tables, person, asAt).length > 0) return [];
    // Nobody is involved, so a referral without a known team of its own is Not attributed.
    const unit = knownTeam(tables, text(row, 'cine_referral_team')) ?? heldBy(tables, person, asAt);
    return [{ id: text(row, 'cine_referral_id') ?? '', unit, weight: 1, inNumerator: true }];
  });
  return { id: 'unallocated-cases', shape: 'count', distinct: false, cases };
}

export function referralsAndAssessments(tables: Tables, asAt: string): Indicator[] {
  return [
    referralsRate(tables, asAt),
    reReferrals(tables, asAt),
    assessments45Days(tables, asAt),
    assessmentsOverdue(tables, asAt),
    assessmentsChildSeen(tables, asAt),
    cinRate(tables, asAt),
    unallocatedCases(tables, asAt),
  ];
}
