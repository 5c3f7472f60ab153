import fc from 'fast-check';
import { addDays } from '../notions/dates.ts';
import type { Row } from '../notions/tables.ts';
import { chainOf, spanOf } from './dates.ts';
import { flag, many, orNull, type World, weighted } from './world.ts';

/** A few days before or after a row, or on its day; null where the row has no date. */
const near = (date: string | null | undefined, days: number | null): string | null =>
  date === null || date === undefined || days === null ? null : addDays(date, days);

/** Contacts, some of them on the day of a referral of the person or a little before it. */
export function contactRows({ date, person }: World, referrals: readonly Row[]): fc.Arbitrary<Row[]> {
  const drawn = fc.record({ cont_person_id: person, cont_contact_date: orNull(date, 4) });
  const before = fc.tuple(fc.nat(999), fc.integer({ min: -1, max: 4 })).map(([place, days]): Row => {
    const referral = referrals[place % Math.max(1, referrals.length)];
    return {
      cont_person_id: referral?.cine_person_id ?? null,
      cont_contact_date: near(referral?.cine_referral_date as string | null, -days),
    };
  });
  return many(fc.oneof(drawn, before), 15, 30);
}

/** Up to two decisions on a referral, about a working day after it. */
export function decisionRows(referrals: readonly Row[]): fc.Arbitrary<Row[]> {
  const days = weighted<number | null>([3, 0], [4, 1], [2, 2], [2, 3], [1, 4], [1, -1], [1, null]);
  const of = (referral: Row) =>
    fc.array(days, { maxLength: 2, size: 'max' }).map((all) =>
      all.map(
        (after): Row => ({
          referral_id: referral.cine_referral_id ?? null,
          decided_on: near(referral.cine_referral_date as string | null, after),
        }),
      ),
    );
  return fc.tuple(...referrals.map(of)).map((lists) => lists.flat());
}

/** Which referral each assessment names, and whether nothing came of it. */
export function withReferrals(assessments: readonly Row[], referrals: readonly Row[]): fc.Arbitrary<Row[]> {
  return fc.tuple(...assessments.map(() => fc.tuple(orNull(fc.nat(999), 30), flag(25)))).map((drawn) =>
    assessments.map((row, place) => {
      const [named, nothing] = drawn[place] ?? [null, null];
      const referral = named === null ? undefined : referrals[named % Math.max(1, referrals.length)];
      return {
        ...row,
        cina_referral_id: referral?.cine_referral_id ?? null,
        cina_assessment_outcome_nfa: nothing,
      };
    }),
  );
}

/** Visits that name an enquiry, within it or a day outside. */
export function enquiryVisitRows(enquiries: readonly Row[]): fc.Arbitrary<Row[]> {
  const of = (enquiry: Row) =>
    fc
      .array(fc.tuple(fc.constantFrom('start', 'end'), weighted([4, 0], [1, -1], [1, 1]), flag(70)), {
        maxLength: 2,
        size: 'max',
      })
      .map((visits) =>
        visits.map(([edge, days, seen]): Row => {
          const from = edge === 'start' ? enquiry.s47e_s47_start_date : enquiry.s47e_s47_end_date;
          return {
            enquiry_id: enquiry.s47e_s47_enquiry_id ?? null,
            visited_on: near(from as string | null, days),
            child_seen: seen,
          };
        }),
      );
  return fc.tuple(...enquiries.map(of)).map((lists) => lists.flat());
}

/** Episodes of early help, some begun about when a referral of the person closed. */
export function earlyHelpRows({ date, person }: World, referrals: readonly Row[]): fc.Arbitrary<Row[]> {
  const reasons = fc.constantFrom('Needs met', 'All NEEDS MET', 'needs not met', 'Consent withdrawn', null);
  const row = fc.record({ person, span: spanOf(date), reason: reasons }).map(
    ({ person: whose, span, reason }): Row => ({
      earl_person_id: whose,
      earl_episode_start_date: span.start,
      earl_episode_end_date: span.end,
      earl_episode_end_reason: reason,
    }),
  );
  const after = fc
    .tuple(fc.nat(999), weighted([2, 0], [1, -1], [2, 14], [1, 28], [1, 30], [1, 31], [1, 32]), row)
    .map(([place, days, rest]): Row => {
      const referral = referrals[place % Math.max(1, referrals.length)];
      return {
        ...rest,
        earl_person_id: referral?.cine_person_id ?? null,
        earl_episode_start_date: near(referral?.cine_close_date as string | null, days),
        earl_episode_end_date: null,
      };
    });
  return many(fc.oneof(row, after), 20, 35);
}

/** Plans of children in need one after another, with visits about 30 working days before some date. */
export function needPlans({ date, person, team }: World): fc.Arbitrary<{ plans: Row[]; visits: Row[] }> {
  const spans = fc.oneof(
    chainOf(date, 3),
    spanOf(date).map((span) => [span]),
  );
  const history = fc.tuple(person, spans).chain(([whose, planned]) =>
    fc.record({
      plans: fc.tuple(
        ...planned.map((span) =>
          team.map(
            (where): Row => ({
              cinp_person_id: whose,
              cinp_cin_plan_start_date: span.start,
              cinp_cin_plan_end_date: span.end,
              cinp_cin_plan_team: where,
            }),
          ),
        ),
      ),
      visits: fc.array(
        fc.record({
          cinv_person_id: fc.constant(whose),
          cinv_cin_visit_date: orNull(date, 4),
          cinv_cin_visit_seen: flag(70),
        }),
        { maxLength: 3, size: 'max' },
      ),
    }),
  );
  return many(history, 14, 24).map((all) => ({
    plans: all.flatMap(({ plans }) => plans),
    visits: all.flatMap(({ visits }) => visits),
  }));
}
