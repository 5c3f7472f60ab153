import type { Act } from '../act.ts';
import { exclusively } from '../exclusive.ts';
import { needText } from '../forms.ts';
import { append, doneOf } from '../ledger.ts';
import type { Dialect } from '../migrations/index.ts';
import type { ConceptTables, Database } from '../tables.ts';
import { numbered } from './numbered.ts';

/** A look at a list of cases or findings, or a load. It says which list and how long, never who is in it. */
export interface NewLook {
  /** What was done: cases, cases as CSV, findings, load. */
  readonly what: string;
  readonly indicator: string | null;
  readonly unit: string | null;
  readonly month: string | null;
  /** How a list was narrowed. */
  readonly list: string | null;
  readonly cases: number;
  /** The number of the opening that allowed it, where nothing else did. */
  readonly opening: number | null;
}

export interface Look extends NewLook {
  readonly number: number;
  readonly who: string;
  /** Their post. */
  readonly role: string;
  readonly at: Date;
  readonly why: string | null;
}

export interface LookFilter {
  readonly who?: string;
  readonly unit?: string;
  /** Only looks that an opening allowed. */
  readonly opened?: boolean;
  /** ISO days, both within. */
  readonly from?: string;
  readonly to?: string;
}

/** Every look at cases, append-only and chained with all else in the audit. */
export interface Looks {
  /** It is on the disk when this returns; show what was asked for only then. The act's why is the reason given. */
  add(look: NewLook, act: Act): Promise<Look>;
  /** The latest first, and how many there are in all. */
  list(
    filter?: LookFilter,
    page?: { readonly skip: number; readonly take: number },
  ): Promise<{ readonly count: number; readonly looks: readonly Look[] }>;
}

type Row = ConceptTables['looks'];

const lookOf = (row: Row): Look => {
  const { number, what, indicator, unit, month, list, cases, opening } = row;
  const { who, role, at, why } = doneOf(row);
  return { number, what, indicator, unit, month, list, cases, opening, who, role, at, why };
};

export function looksOf(db: Database, dialect: Dialect): Looks {
  return {
    add: (look, act) =>
      exclusively(db, dialect, async (writing) => {
        const number = await numbered(writing, 'looks');
        const place = { thread: String(number), last: null, seen: 0, action: 'look' };
        const { indicator, unit, month, list, cases, opening } = look;
        const what = needText('What was looked at', look.what);
        const content = { number, what, indicator, unit, month, list, cases, opening };
        return lookOf(await append(writing, 'looks', place, act, content));
      }),
    async list({ who, unit, opened, from, to } = {}, { skip, take } = { skip: 0, take: 1000 }) {
      let query = db.selectFrom('looks');
      if (who !== undefined) query = query.where('who', '=', who);
      if (unit !== undefined) query = query.where('unit', '=', unit);
      if (opened) query = query.where('opening', 'is not', null);
      if (from !== undefined) query = query.where('at', '>=', from);
      // Times begin with their day, and a tilde stands after every character of one.
      if (to !== undefined) query = query.where('at', '<=', `${to}~`);
      const { count } = await query.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow();
      const rows = await query.selectAll().orderBy('number', 'desc').limit(take).offset(skip).execute();
      return { count: Number(count), looks: rows.map(lookOf) };
    },
  };
}
