import type { Day } from '../../calendar/index.ts';
import type { Act, Done } from '../act.ts';
import { StoreError } from '../error.ts';
import { exclusively } from '../exclusive.ts';
import { needDay, needText } from '../forms.ts';
import { append, doneOf, latest } from '../ledger.ts';
import type { Dialect } from '../migrations/index.ts';
import type { ConceptTables, Database } from '../tables.ts';
import { numbered } from './numbered.ts';

/** A role over a unit and all below it, for a time. */
export interface GrantText {
  readonly person: string;
  readonly role: string;
  /** The code of a unit; `*` for the whole installation. */
  readonly unit: string;
  readonly from: Day;
  /** The last day; null for no end. */
  readonly to: Day | null;
}

export interface GrantVersion extends GrantText, Omit<Done, 'role'> {
  readonly number: number;
  /** The post of who gave or ended it. */
  readonly givenAs: string;
}

/** What people may do. A grant is ended, never taken back: what it allowed while it held stays to be seen. */
export interface Grants {
  /** Those of a person, ended ones too, by number; of everybody without one. */
  list(person?: string): Promise<readonly GrantVersion[]>;
  add(grant: GrantText, act: Act): Promise<GrantVersion>;
  /** @param last the last day on which it holds; one before its first day means that it never did */
  end(number: number, last: Day, act: Act): Promise<GrantVersion>;
}

type Row = ConceptTables['grants'];

const grantOf = (row: Row): GrantVersion => {
  const { number, person, held_role, unit, from_day, to_day } = row;
  const { role: givenAs, ...done } = doneOf(row);
  return { ...done, number, person, role: held_role, unit, from: from_day, to: to_day, givenAs };
};

export function grantsOf(db: Database, dialect: Dialect): Grants {
  return {
    async list(person) {
      let query = db.selectFrom('grants').selectAll();
      if (person !== undefined) query = query.where('person', '=', person);
      return latest(await query.orderBy('version').execute())
        .map(grantOf)
        .toSorted((a, b) => a.number - b.number);
    },
    add: ({ person, role, unit, from, to }, act) =>
      exclusively(db, dialect, async (writing) => {
        const known = await writing.selectFrom('people').select('id').where('id', '=', person).limit(1).execute();
        if (known.length === 0) throw new StoreError('not-found', 'There is no such person.');
        if (to !== null && to < from) throw new StoreError('not-valid', 'Its last day lies before its first.');
        const number = await numbered(writing, 'grants');
        const place = { thread: String(number), last: null, seen: 0, action: 'grant' };
        const content = {
          number,
          person,
          held_role: needText('The role', role),
          unit: needText('The unit', unit),
          from_day: needDay(from) ?? from,
          to_day: needDay(to),
        };
        return grantOf(await append(writing, 'grants', place, act, content));
      }),
    end: (number, day, act) =>
      exclusively(db, dialect, async (writing) => {
        const rows = await writing
          .selectFrom('grants')
          .selectAll()
          .where('thread', '=', String(number))
          .orderBy('version')
          .execute();
        const last = rows.at(-1);
        if (!last) throw new StoreError('not-found', `There is no grant ${number}.`);
        if (last.to_day !== null && last.to_day <= day) {
          throw new StoreError('not-allowed', `Grant ${number} ends on ${last.to_day} already.`);
        }
        const { person, held_role, unit, from_day } = last;
        const content = { number, person, held_role, unit, from_day, to_day: needDay(day) };
        const place = { thread: String(number), last, seen: last.version, action: 'end' };
        return grantOf(await append(writing, 'grants', place, act, content));
      }),
  };
}
