import fc from 'fast-check';
import { addDays, addMonths } from '../notions/dates.ts';
import type { Row } from '../notions/tables.ts';
import { chainOf, spanOf } from './dates.ts';
import { flag, many, orNull, type World, weighted } from './world.ts';

export function referralRows({ date, person, team }: World): fc.Arbitrary<Row[]> {
  const row = fc.record({ span: spanOf(date), person, team, nfa: flag(15) }).map(({ span, nfa, ...refers }) => ({
    cine_person_id: refers.person,
    cine_referral_date: span.start,
    cine_close_date: span.end,
    cine_referral_nfa: nfa,
    cine_referral_team: refers.team,
  }));
  // A second referral of the same person: about a year after the first, to the day, or on the same day.
  const again = weighted<number | null>([6, null], [2, 12], [1, 0], [1, 11]);
  const pair = fc
    .tuple(row, again, fc.integer({ min: -1, max: 1 }), row)
    .map(([first, months, days, second]): Row[] => {
      if (months === null || first.cine_referral_date === null) return [first];
      const back = addDays(addMonths(first.cine_referral_date, -months), months === 0 ? 0 : days);
      return [first, { ...second, cine_person_id: first.cine_person_id, cine_referral_date: back }];
    });
  return many(pair, 20, 34).map((pairs) => pairs.flat());
}

export function assessmentRows({ date, person, team }: World): fc.Arbitrary<Row[]> {
  const days = fc.oneof(fc.integer({ min: 58, max: 72 }), fc.integer({ min: -3, max: 100 }));
  const row = fc
    .record({ start: orNull(date, 5), days, unfinished: fc.nat(99), person, team, seen: flag(60) })
    .map(({ start, days: taken, unfinished, seen, ...refers }) => ({
      cina_person_id: refers.person,
      cina_assessment_start_date: start,
      cina_assessment_auth_date: unfinished < 30 ? null : addDays(start ?? '2024-01-15', taken),
      cina_assessment_child_seen: seen,
      cina_assessment_team: refers.team,
    }));
  return many(row, 25, 45);
}

export interface Enquiry {
  readonly enquiry: Row;
  /** Conferences that name the enquiry. */
  readonly conferences: readonly Row[];
}

function conferenceRow({ date, person, team }: World): fc.Arbitrary<Row> {
  return fc.record({
    icpc_person_id: person,
    icpc_icpc_date: orNull(date, 5),
    icpc_icpc_transfer_in: flag(15),
    icpc_icpc_outcome_cp_flag: flag(60),
    icpc_icpc_team: team,
  });
}

export function enquiries(world: World): fc.Arbitrary<Enquiry[]> {
  const days = fc.oneof(fc.integer({ min: 18, max: 26 }), fc.integer({ min: -5, max: 40 }));
  return many(
    fc
      .record({
        span: spanOf(world.date),
        person: world.person,
        team: world.team,
        conferences: fc.array(fc.tuple(conferenceRow(world), orNull(days, 15)), { maxLength: 2, size: 'max' }),
      })
      .map(({ span, person, team, conferences }) => ({
        enquiry: {
          s47e_person_id: person,
          s47e_s47_start_date: span.start,
          s47e_s47_end_date: span.end,
          s47e_s47_completed_by_team: team,
        },
        conferences: conferences.map(([row, after]) =>
          after === null || span.start === null ? row : { ...row, icpc_icpc_date: addDays(span.start, after) },
        ),
      })),
    15,
    28,
  );
}

/** Conferences that name no enquiry, or one that is not there. */
export function otherConferences(world: World): fc.Arbitrary<Row[]> {
  const named = fc.constantFrom(null, 'S47-unknown');
  return many(
    fc.tuple(conferenceRow(world), named).map(([row, id]) => ({ ...row, icpc_s47_enquiry_id: id })),
    3,
    8,
  );
}

export interface PlanHistory {
  readonly plans: readonly Row[];
  readonly visits: readonly Row[];
  /** One list a plan. */
  readonly reviews: readonly (readonly Row[])[];
}

/** Held on the day it was due, mostly; now and then a day early or late, or never. */
export function heldAfter(due: string | null): fc.Arbitrary<string | null> {
  const late = weighted<number | null>([60, 0], [15, -1], [15, 1], [10, null]);
  return late.map((days) => (due === null || days === null ? null : addDays(due, days)));
}

/** The plans of one person, one after another or overlapping, with their visits and reviews. */
export function planHistories(world: World): fc.Arbitrary<PlanHistory[]> {
  // One that ended about 24 months before the next began.
  const repeated = fc
    .tuple(spanOf(world.date), fc.nat(600), fc.integer({ min: -1, max: 1 }))
    .map(([span, length, days]) => {
      if (span.start === null) return [span];
      const end = addDays(addMonths(span.start, -24), days);
      return [{ start: addDays(end, -length), end }, span];
    });
  const spans = fc.oneof(
    { weight: 2, arbitrary: chainOf(world.date, 3) },
    { weight: 3, arbitrary: fc.array(spanOf(world.date), { minLength: 1, maxLength: 2, size: 'max' }) },
    { weight: 2, arbitrary: repeated },
  );
  const review = orNull(world.date, 4).chain((due) =>
    fc.record({ cppr_cp_review_due: fc.constant(due), cppr_cp_review_date: heldAfter(due) }),
  );
  const history = fc.tuple(world.person, spans).chain(([person, planned]) =>
    fc.record({
      plans: fc.tuple(
        ...planned.map((span) =>
          flag(12).map((ola) => ({
            cppl_person_id: person,
            cppl_cp_plan_start_date: span.start,
            cppl_cp_plan_end_date: span.end,
            cppl_cp_plan_ola: ola,
          })),
        ),
      ),
      visits: fc.array(
        fc.record({
          cppv_person_id: fc.constant(person),
          cppv_cp_visit_date: orNull(world.date, 4),
          cppv_cp_visit_seen: flag(60),
        }),
        { maxLength: 3, size: 'max' },
      ),
      reviews: fc.tuple(
        ...planned.map(() =>
          fc.array(
            review.map((row) => ({ cppr_person_id: person, ...row })),
            { maxLength: 3, size: 'max' },
          ),
        ),
      ),
    }),
  );
  return many(history, 14, 26);
}
