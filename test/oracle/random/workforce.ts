import fc from 'fast-check';
import { addDays, lastDayOf } from '../notions/dates.ts';
import type { Row } from '../notions/tables.ts';
import { chainOf, spanOf } from './dates.ts';
import { flag, many, orNull, type World } from './world.ts';

/** Who works with whom: a person's workers follow on from each other, overlap, or leave nobody. */
export function involvementRows({ date, person, worker, team }: World): fc.Arbitrary<Row[]> {
  const spans = fc.oneof(
    { weight: 3, arbitrary: chainOf(date, 3) },
    { weight: 2, arbitrary: fc.array(spanOf(date), { minLength: 1, maxLength: 2, size: 'max' }) },
  );
  const history = fc.tuple(person, spans).chain(([whose, spent]) =>
    fc.tuple(
      ...spent.map((span) =>
        fc.tuple(worker, team).map(
          ([who, where]): Row => ({
            invo_person_id: whose,
            invo_professional_id: who,
            invo_professional_team: where,
            invo_involvement_start_date: span.start,
            invo_involvement_end_date: span.end,
          }),
        ),
      ),
    ),
  );
  return many(history, 18, 34).map((histories) => histories.flat());
}

export function postRows({ date, worker, team }: World): fc.Arbitrary<Row[]> {
  const row = fc
    .record({
      span: spanOf(date),
      role: fc.constantFrom(
        'Social worker',
        'Social Worker',
        'Senior SOCIAL WORKER',
        'Team Manager',
        'team manager (social work)',
        'Administrator',
        null,
      ),
      fte: fc.constantFrom(1, 1, 0.5, 0.6, 0.8, 0.3333, 0.1, 0.2, 0, null),
      filledBy: fc.constantFrom('permanent', 'permanent', 'Permanent', 'agency', 'AGENCY', 'vacant', 'Vacant', null),
      worker,
      team,
      qualified: flag(55),
    })
    .map(({ span, role, fte, filledBy, qualified, ...refers }) => ({
      team_id: refers.team,
      role,
      fte,
      filled_by: filledBy,
      worker_id: refers.worker,
      qualified,
      from_date: span.start,
      to_date: span.end,
    }));
  return many(row, 22, 38);
}

/** Held mostly in the month of D or a day to either side of it. */
export function supervisionRows({ date, month, worker, team }: World): fc.Arbitrary<Row[]> {
  const asAt = lastDayOf(month);
  const inMonth = fc.integer({ min: -31, max: 1 }).map((days) => addDays(asAt, days));
  const heldOn = orNull(fc.oneof({ weight: 2, arbitrary: inMonth }, { weight: 1, arbitrary: date }), 5);
  return many(fc.record({ worker_id: worker, team_id: team, held_on: heldOn }), 8, 18);
}

export function auditRows({ date, person, team }: World): fc.Arbitrary<Row[]> {
  const row = fc.record({
    person_id: person,
    team_id: team,
    due_on: orNull(date, 5),
    completed_on: orNull(date, 25),
    grade: fc.constantFrom(
      'Outstanding',
      'good',
      'GOOD',
      'Adequate',
      'Requires improvement to be good',
      'requires improvement',
      'Inadequate',
      'Improvement required',
      null,
    ),
  });
  return many(row, 16, 30);
}
