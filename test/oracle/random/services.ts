import fc from 'fast-check';
import { addDays } from '../notions/dates.ts';
import type { Row } from '../notions/tables.ts';
import { flag, many, orNull, type World, weighted } from './world.ts';

/** About 26 weeks long, or not concluded. */
export function proceedingsRows({ date, person, team }: World): fc.Arbitrary<Row[]> {
  const days = weighted<number | null>([2, 181], [3, 182], [3, 183], [2, 90], [2, 400], [1, -3], [6, null]);
  return many(
    fc.record({ issued: orNull(date, 5), days, concluded: date, person, team }).map(
      ({ issued, days: taken, concluded, person: whose, team: where }): Row => ({
        person_id: whose,
        team_id: where,
        issued_on: issued === null || taken === null || taken === 400 ? issued : addDays(concluded, -taken),
        concluded_on: taken === null ? null : taken === 400 && issued !== null ? addDays(issued, 182) : concluded,
      }),
    ),
    18,
    32,
  );
}

/** Questions and their answers: about so many days after they came in, or never. */
function answered(
  world: World,
  days: readonly number[],
): fc.Arbitrary<{ received_on: string | null; answered_on: string | null; team_id: string | null }> {
  return fc
    .record({ received: orNull(world.date, 4), after: orNull(fc.constantFrom(...days), 12), team: world.team })
    .map(({ received, after, team }) => ({
      received_on: received,
      answered_on: received === null || after === null ? null : addDays(received, after),
      team_id: team,
    }));
}

export function complaintRows(world: World): fc.Arbitrary<Row[]> {
  const stage = fc.constantFrom(1, 1, 1, 2, null);
  const row = fc.tuple(answered(world, [0, 9, 12, 13, 14, 15, 16, 17, 18, -1]), world.person, stage);
  return many(
    row.map(([rest, person, at]): Row => ({ ...rest, person_id: person, stage: at })),
    15,
    30,
  );
}

export function informationRequestRows(world: World): fc.Arbitrary<Row[]> {
  return many<Row>(answered(world, [0, 20, 26, 27, 28, 29, 30, 31, 32, 33, -1]), 15, 30);
}

export function absenceRows({ date, worker, team }: World): fc.Arbitrary<Row[]> {
  const lost = fc.constantFrom(1, 0.5, 2.5, 10, 0, 0.1, null);
  return many(fc.record({ worker_id: worker, team_id: team, began_on: orNull(date, 4), days_lost: lost }), 15, 30);
}

export function youthOutcomeRows({ date, person, team }: World): fc.Arbitrary<Row[]> {
  const row = fc.record({ person_id: person, team_id: team, outcome_on: orNull(date, 4), first_outcome: flag(60) });
  return many(row, 12, 25);
}
