import { heldBy, ownedBy } from '../notions/attribution.ts';
import { addMonths } from '../notions/dates.ts';
import type { Indicator } from '../notions/figures.ts';
import { count, datedIn, one, rate, rowsOfPerson, share } from '../notions/share.ts';
import { day, isYes, type Row, rowsOf, type Tables, text } from '../notions/tables.ts';
import { monthOf, rollingMonths, yearToDate } from '../notions/windows.ts';
import { isAtMost, workingDays } from '../notions/working-days.ts';

function contacts(tables: Tables, asAt: string): Indicator {
  return count(
    'contacts',
    datedIn(tables, 'ssd_contacts', 'cont_contact_date', monthOf(asAt)).map(({ row, date }) =>
      one(text(row, 'cont_contact_id'), heldBy(tables, text(row, 'cont_person_id'), date)),
    ),
  );
}

function contactsToReferral(tables: Tables, asAt: string): Indicator {
  return share(
    'contacts-to-referral',
    datedIn(tables, 'ssd_contacts', 'cont_contact_date', yearToDate(asAt)).map(({ row, date }) => {
      const person = text(row, 'cont_person_id');
      const referred = rowsOfPerson(tables, 'ssd_cin_episodes', 'cine_person_id', person).some((referral) =>
        isAtMost(workingDays(date, day(referral, 'cine_referral_date')), 1),
      );
      return one(text(row, 'cont_contact_id'), heldBy(tables, person, date), referred);
    }),
  );
}

interface Referral {
  readonly row: Row;
  readonly date: string;
  readonly id: string | null;
  readonly person: string | null;
  readonly unit: string;
}

function referralsOfTheYear(tables: Tables, asAt: string): Referral[] {
  return datedIn(tables, 'ssd_cin_episodes', 'cine_referral_date', yearToDate(asAt)).map(({ row, date }) => {
    const person = text(row, 'cine_person_id');
    const unit = ownedBy(tables, text(row, 'cine_referral_team'), person, date);
    return { row, date, id: text(row, 'cine_referral_id'), person, unit };
  });
}

/** The first decision counts; one dated before the referral leaves the referral out. */
function decisions(tables: Tables, asAt: string): Indicator {
  const cases = referralsOfTheYear(tables, asAt).flatMap(({ id, date, unit }) => {
    const [first = null] = rowsOf(tables, 'referral_decisions')
      .filter((row) => text(row, 'referral_id') === id)
      .flatMap((row) => day(row, 'decided_on') ?? [])
      .sort();
    const taken = workingDays(date, first);
    return taken === 'reversed' ? [] : [one(id, unit, isAtMost(taken, 1))];
  });
  return share('referral-decisions-1-day', cases);
}

function referralsNfa(tables: Tables, asAt: string): Indicator {
  const cases = referralsOfTheYear(tables, asAt);
  return share(
    'referrals-nfa',
    cases.map(({ row, id, unit }) => one(id, unit, isYes(row, 'cine_referral_nfa'))),
  );
}

function referralsToAssessment(tables: Tables, asAt: string): Indicator {
  const cases = referralsOfTheYear(tables, asAt).map(({ id, unit }) => {
    const assessed = rowsOf(tables, 'ssd_cin_assessments').some((row) => {
      const started = day(row, 'cina_assessment_start_date');
      return text(row, 'cina_referral_id') === id && started !== null && started <= asAt;
    });
    return one(id, unit, assessed);
  });
  return share('referrals-to-assessment', cases);
}

/** Only re-referrals; met where every one of the earlier referrals of the 12 months before ended with nothing done. */
function reReferralsAfterNfa(tables: Tables, asAt: string): Indicator {
  const cases = referralsOfTheYear(tables, asAt).flatMap(({ id, date, person, unit }) => {
    const before = rowsOfPerson(tables, 'ssd_cin_episodes', 'cine_person_id', person).filter((other) => {
      const referred = day(other, 'cine_referral_date');
      return referred !== null && referred < date && referred >= addMonths(date, -12);
    });
    if (before.length === 0) return [];
    return [
      one(
        id,
        unit,
        before.every((other) => isYes(other, 'cine_referral_nfa')),
      ),
    ];
  });
  return share('re-referrals-after-nfa', cases);
}

interface Assessment {
  readonly row: Row;
  readonly date: string;
  readonly id: string | null;
  readonly unit: string;
}

function assessmentsIn(tables: Tables, window: ReturnType<typeof yearToDate>): Assessment[] {
  return datedIn(tables, 'ssd_cin_assessments', 'cina_assessment_auth_date', window).map(({ row, date }) => ({
    row,
    date,
    id: text(row, 'cina_assessment_id'),
    unit: ownedBy(tables, text(row, 'cina_assessment_team'), text(row, 'cina_person_id'), date),
  }));
}

function assessments20Days(tables: Tables, asAt: string): Indicator {
  const cases = assessmentsIn(tables, yearToDate(asAt)).flatMap(({ row, date, id, unit }) => {
    const taken = workingDays(day(row, 'cina_assessment_start_date'), date);
    return taken === 'reversed' ? [] : [one(id, unit, isAtMost(taken, 20))];
  });
  return share('assessments-20-days', cases);
}

export function frontDoor(tables: Tables, asAt: string): Indicator[] {
  return [
    contacts(tables, asAt),
    contactsToReferral(tables, asAt),
    decisions(tables, asAt),
    referralsNfa(tables, asAt),
    referralsToAssessment(tables, asAt),
    reReferralsAfterNfa(tables, asAt),
    assessments20Days(tables, asAt),
    rate(
      'assessments-rate',
      assessmentsIn(tables, rollingMonths(asAt, 12)).map(({ id, unit }) => one(id, unit)),
    ),
    share(
      'assessments-nfa',
      assessmentsIn(tables, yearToDate(asAt)).map(({ row, id, unit }) =>
        one(id, unit, isYes(row, 'cina_assessment_outcome_nfa')),
      ),
    ),
  ];
}
