import fc from 'fast-check';
import type { Row, Value } from '../notions/tables.ts';
import { dateNear } from './dates.ts';

/** What the rows of one random authority refer to. */
export interface World {
  readonly month: string;
  readonly root: string;
  readonly departments: readonly Row[];
  readonly persons: readonly string[];
  /** A date of a small pool mostly, so that ends, starts and events of different tables fall on one day. */
  readonly date: fc.Arbitrary<string>;
  /** A person of the authority; now and then null or somebody unknown. */
  readonly person: fc.Arbitrary<string | null>;
  readonly worker: fc.Arbitrary<string | null>;
  /** A team, district or the root; now and then null or a code that ssd_department does not have. */
  readonly team: fc.Arbitrary<string | null>;
}

export function weighted<T>(...choices: readonly (readonly [number, T])[]): fc.Arbitrary<T> {
  return fc.oneof(...choices.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));
}

/** The value, or null so many times in a hundred. */
export function orNull<T>(arbitrary: fc.Arbitrary<T>, percent: number): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: 100 - percent, arbitrary }, { weight: percent, arbitrary: fc.constant(null) });
}

/** Yes so many times in a hundred, unknown fifteen times. */
export function flag(percentYes: number): fc.Arbitrary<boolean | null> {
  return weighted([percentYes, true], [Math.max(1, 85 - percentYes), false], [15, null]);
}

/** A code as the list has it, now and then in small letters. */
export function code(...choices: readonly (readonly [number, string])[]): fc.Arbitrary<string> {
  return fc.tuple(weighted(...choices), fc.nat(19)).map(([value, kind]) => (kind === 0 ? value.toLowerCase() : value));
}

/** A list of about so many rows; fast-check alone would mostly draw very short ones. */
export function many<T>(row: fc.Arbitrary<T>, atLeast: number, atMost: number): fc.Arbitrary<T[]> {
  return fc.array(row, { minLength: atLeast, maxLength: atMost, size: 'max' });
}

const prefixes = ['', 'a', 'A', 'B', 'z', 'é', '~', '\u{1F600}', '\uFF5E'];

/** Rows that have no id yet get one, in an order that has nothing to do with the rows', of mixed case, length and alphabet: text order matters. */
export function withIds(rows: readonly Row[], column: string, salt: number): Row[] {
  return rows.map((row, place) => {
    const number = (place * 389 + salt) % 997;
    return { [column]: `${prefixes[(number * 7 + salt) % prefixes.length]}${number}`, ...row };
  });
}

export function departmentsOf(districts: number, parents: readonly number[]): Row[] {
  const row = (id: string, parent: string | null): Row => ({
    dept_team_id: id,
    dept_team_name: `Unit ${id}`,
    dept_team_parent_id: parent,
  });
  const rows = [row('E1', null)];
  for (let place = 1; place <= districts; place++) rows.push(row(`D${place}`, 'E1'));
  // The last number of all hangs a team directly under the root, the one before under the first team.
  parents.forEach((parent, place) => {
    const above = parent === districts + 1 && place > 0 ? 'T1' : parent >= districts ? 'E1' : `D${parent + 1}`;
    rows.push(row(`T${place + 1}`, above));
  });
  return rows;
}

function numbered(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, place) => `${letter}${place + 1}`);
}

const idOf = (row: Row, column: string): string => String(row[column] satisfies Value | undefined);

export function worldOf(month: fc.Arbitrary<string>): fc.Arbitrary<World> {
  return month
    .chain((chosen) =>
      fc.record({
        month: fc.constant(chosen),
        pool: fc.array(dateNear(chosen), { minLength: 24, maxLength: 30, size: 'max' }),
        districts: fc.integer({ min: 2, max: 3 }),
        parents: fc.array(fc.nat(4), { minLength: 4, maxLength: 6, size: 'max' }),
        persons: fc.integer({ min: 8, max: 25 }),
        workers: fc.integer({ min: 5, max: 10 }),
      }),
    )
    .map(({ month: chosen, pool, districts, parents, persons, workers }) => {
      const departments = departmentsOf(districts, parents);
      const codes = departments.map((row) => idOf(row, 'dept_team_id'));
      const known = <T>(values: readonly T[]) => ({ weight: 88, arbitrary: fc.constantFrom(...values) });
      const ids = numbered('P', persons);
      return {
        month: chosen,
        root: 'E1',
        departments,
        persons: ids,
        date: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...pool) }, { weight: 1, arbitrary: dateNear(chosen) }),
        person: fc.oneof(known(ids), { weight: 6, arbitrary: fc.constantFrom(null, null, 'P-unknown', 'S1', 'A1') }),
        worker: fc.oneof(known(numbered('W', workers)), { weight: 8, arbitrary: fc.constantFrom(null, 'W-unknown') }),
        team: fc.oneof(known(codes), { weight: 24, arbitrary: fc.constantFrom(null, 'T-unknown') }),
      };
    });
}
