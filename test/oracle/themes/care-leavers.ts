import { ownedBy } from '../notions/attribution.ts';
import { isAged } from '../notions/born.ts';
import { addMonths, isWithin } from '../notions/dates.ts';
import type { Indicator } from '../notions/figures.ts';
import { byCodePoint } from '../notions/latest.ts';
import { one, share } from '../notions/share.ts';
import { day, type Row, rowsOf, type Tables, text } from '../notions/tables.ts';
import { contains, isOneOf } from '../notions/words.ts';

const inWork = ['F1', 'P1', 'F2', 'P2', 'F3', 'P3', 'F4', 'P4', 'F5', 'P5'];

interface CareLeaver {
  readonly row: Row;
  readonly person: string;
  readonly unit: string;
}

/** One row a person: of several the one with the highest id. */
function rowOf(tables: Tables, person: string): Row | undefined {
  return rowsOf(tables, 'ssd_care_leavers')
    .filter((row) => text(row, 'clea_person_id') === person)
    .sort((a, b) => byCodePoint(text(a, 'clea_table_id') ?? '', text(b, 'clea_table_id') ?? ''))
    .at(-1);
}

function isAlive(tables: Tables, person: string, asAt: string): boolean {
  const row = rowsOf(tables, 'ssd_person').find((other) => text(other, 'pers_person_id') === person);
  const died = row === undefined ? null : day(row, 'pers_death_date');
  return died === null || died > asAt;
}

/** The young people of an age and an eligibility, without those who died or went home for good. */
function careLeaversAged(tables: Tables, asAt: string, eligible: string, from: number, to: number): CareLeaver[] {
  const persons = new Set(rowsOf(tables, 'ssd_care_leavers').flatMap((row) => text(row, 'clea_person_id') ?? []));
  return [...persons].flatMap((person) => {
    const row = rowOf(tables, person);
    if (row === undefined || !contains(text(row, 'clea_care_leaver_eligibility'), eligible)) return [];
    if (isOneOf(text(row, 'clea_care_leaver_in_touch'), ['DIED', 'RHOM'])) return [];
    if (!isAged(tables, person, asAt, from, to) || !isAlive(tables, person, asAt)) return [];
    return [{ row, person, unit: ownedBy(tables, text(row, 'clea_care_leaver_allocated_team'), person, asAt) }];
  });
}

export function careLeavers(tables: Tables, asAt: string): Indicator[] {
  const former = careLeaversAged(tables, asAt, 'former relevant', 19, 21);
  const young = careLeaversAged(tables, asAt, 'relevant', 17, 18);
  const shareOf = (id: string, among: readonly CareLeaver[], met: (row: Row) => boolean) =>
    share(
      id,
      among.map(({ row, person, unit }) => one(person, unit, met(row))),
    );
  const has =
    (column: string, ...codes: string[]) =>
    (row: Row) =>
      isOneOf(text(row, `clea_care_leaver_${column}`), codes);
  return [
    shareOf('care-leavers-in-touch', former, has('in_touch', 'YES')),
    shareOf('care-leavers-accommodation', former, has('accom_suitable', '1')),
    shareOf('care-leavers-eet', former, has('activity', ...inWork)),
    shareOf('care-leavers-neet', former, has('activity', 'G4', 'G5', 'G6')),
    shareOf('care-leavers-pathway-plan', former, (row) =>
      isWithin(day(row, 'clea_pathway_plan_review_date'), { first: addMonths(asAt, -6), last: asAt }),
    ),
    shareOf(
      'care-leavers-staying-put',
      careLeaversAged(tables, asAt, 'former relevant', 19, 20),
      has('accommodation', 'Z'),
    ),
    shareOf('care-leavers-accommodation-17-18', young, has('accom_suitable', '1')),
    shareOf('care-leavers-eet-17-18', young, has('activity', ...inWork)),
  ];
}
