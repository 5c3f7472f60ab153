import type { Act, Done } from '../act.ts';
import { StoreError } from '../error.ts';
import { exclusively } from '../exclusive.ts';
import { needText } from '../forms.ts';
import { append, doneOf } from '../ledger.ts';
import type { Dialect } from '../migrations/index.ts';
import type { ConceptTables, Database } from '../tables.ts';
import { hasText } from '../transitions.ts';
import { numbered } from './numbered.ts';

/** A unit's cases opened to somebody outside it, for a time and a reason. */
export interface Opening extends Done {
  readonly number: number;
  readonly person: string;
  readonly unit: string;
  readonly until: Date;
}

/** Openings of cases outside one's own units. Who opens them is who looks. */
export interface Openings {
  /** Those of a person that hold at a time. */
  holding(person: string, at: Date): Promise<readonly Opening[]>;
  /** All, the latest first. */
  list(): Promise<readonly Opening[]>;
  /** @throws StoreError `reason-missing` where the act says no why */
  open(opening: { readonly unit: string; readonly until: Date }, act: Act): Promise<Opening>;
}

type Row = ConceptTables['openings'];

const openingOf = (row: Row): Opening => {
  const { number, person, unit, until } = row;
  return { number, person, unit, until: new Date(until), ...doneOf(row) };
};

export function openingsOf(db: Database, dialect: Dialect): Openings {
  return {
    async holding(person, at) {
      const rows = await db
        .selectFrom('openings')
        .selectAll()
        .where('person', '=', person)
        .where('until', '>', at.toISOString())
        .orderBy('number')
        .execute();
      return rows.map(openingOf);
    },
    async list() {
      return (await db.selectFrom('openings').selectAll().orderBy('number', 'desc').execute()).map(openingOf);
    },
    open: ({ unit, until }, act) =>
      exclusively(db, dialect, async (writing) => {
        if (!hasText(act.why)) throw new StoreError('reason-missing', 'To see cases outside your units, say why.');
        const number = await numbered(writing, 'openings');
        const place = { thread: String(number), last: null, seen: 0, action: 'open' };
        const content = { number, person: act.who, unit: needText('The unit', unit), until: until.toISOString() };
        return openingOf(await append(writing, 'openings', place, act, content));
      }),
  };
}
