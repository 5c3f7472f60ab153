import fc from 'fast-check';
import type { Row } from '../notions/tables.ts';
import { claIdOf } from './care-histories.ts';
import { chainOf, spanOf } from './dates.ts';
import { code, flag, many, orNull, type World } from './world.ts';

export function legalStatusRows({ date, person }: World): fc.Arbitrary<Row[]> {
  const row = fc
    .record({
      span: spanOf(date),
      person,
      status: orNull(code([4, 'C2'], [3, 'E1'], [2, 'V3'], [2, 'V4'], [2, 'V2']), 5),
    })
    .map(({ span, status, person: whose }) => ({
      lega_person_id: whose,
      lega_legal_status: status,
      lega_legal_status_start_date: span.start,
      lega_legal_status_end_date: span.end,
    }));
  return many(row, 14, 30);
}

export function immigrationRows({ date, person }: World): fc.Arbitrary<Row[]> {
  const statuses = [
    'UASC',
    'uasc',
    'Unaccompanied asylum-seeking child',
    'UNACCOMPANIED minor',
    'Former UASC',
    'former unaccompanied child',
    'Refugee status',
    null,
  ];
  const row = fc
    .record({ span: spanOf(date), person, status: fc.constantFrom(...statuses) })
    .map(({ span, status, person: whose }) => ({
      immi_person_id: whose,
      immi_immigration_status: status,
      immi_immigration_status_start_date: span.start,
      immi_immigration_status_end_date: span.end,
    }));
  return many(row, 5, 12);
}

/** Placements of a person one after another, with stays in hospital and the like over them. */
export function placementRows({ date, person }: World): fc.Arbitrary<Row[]> {
  const type = orNull(
    code(
      [5, 'U1'],
      [5, 'U4'],
      [4, 'U6'],
      [3, 'A3'],
      [3, 'A4'],
      [3, 'A5'],
      [2, 'A6'],
      [4, 'K2'],
      [4, 'P1'],
      [2, 'K3'],
      [1, 'H5'],
      [2, 'R5'],
      [2, 'S1'],
      [1, 'U3'],
      [1, 'X9'],
      [1, 'T0'],
      [2, 'T1'],
      [1, 'T4'],
      [1, 'Z1'],
      [1, 'Z11'],
      [1, 'Z14'],
    ),
    6,
  );
  const spans = fc.oneof(
    { weight: 4, arbitrary: chainOf(date, 4) },
    { weight: 2, arbitrary: fc.array(spanOf(date), { minLength: 1, maxLength: 3, size: 'max' }) },
  );
  const row = fc.record({
    clap_cla_placement_type: type,
    clap_cla_placement_provider: orNull(code([5, 'PR1'], [3, 'PR4']), 8),
    clap_cla_placement_distance: fc.constantFrom(0, 3.5, 9.9999, 10, 10, 10.0001, 10.5, 20, 20.0001, 42, null),
  });
  const history = fc.tuple(person, spans).chain(([whose, placed]) =>
    fc.tuple(
      ...placed.map((span) =>
        row.map(
          (rest): Row => ({
            clap_person_id: whose,
            clap_cla_placement_start_date: span.start,
            clap_cla_placement_end_date: span.end,
            ...rest,
          }),
        ),
      ),
    ),
  );
  return many(history, 16, 28).map((histories) => histories.flat());
}

export function healthRows({ date, person }: World): fc.Arbitrary<Row[]> {
  const row = fc.record({
    clah_person_id: person,
    clah_health_check_type: fc.constantFrom(
      'Dental Check',
      'dental check',
      'Annual DENTAL review',
      'Health Assessment',
      'Review health assessment',
      'Sight test',
      null,
    ),
    clah_health_check_date: orNull(date, 4),
    clah_health_check_status: fc.constantFrom(
      null,
      null,
      'Completed',
      'completed',
      'Refused',
      'refused by child',
      'CANCELLED',
    ),
  });
  return many(row, 25, 50);
}

export function permanenceRows(world: World): fc.Arbitrary<Row[]> {
  const row = world.person.chain((person) =>
    fc.record({
      perm_person_id: fc.constant(person),
      perm_cla_id: fc.oneof(
        { weight: 5, arbitrary: claIdOf(person) },
        { weight: 4, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constant('unknown/1') },
      ),
      perm_placement_order_date: orNull(world.date, 15),
      perm_placed_for_adoption_date: orNull(world.date, 15),
      perm_matched_date: orNull(world.date, 15),
      perm_adopted_by_carer_flag: flag(30),
      perm_placed_foster_carer_date: orNull(world.date, 25),
    }),
  );
  return many(row, 14, 28);
}
