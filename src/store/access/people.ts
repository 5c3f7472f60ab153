import { randomBytes } from 'node:crypto';
import type { Act, Done } from '../act.ts';
import { StoreError } from '../error.ts';
import { exclusively } from '../exclusive.ts';
import { needText } from '../forms.ts';
import { append, checkSeen, doneOf, latest } from '../ledger.ts';
import type { Dialect } from '../migrations/index.ts';
import type { ConceptTables, Database, Writing } from '../tables.ts';

/** What is known of somebody who may sign in. */
export interface PersonText {
  readonly name: string;
  /** In words, as it may be printed under a comment. */
  readonly post: string;
  /** By which they sign in where accounts are kept here; lower case. */
  readonly email: string | null;
  /** Who they are at a provider of sign-in: its issuer, a space, and their subject there. */
  readonly subject: string | null;
}

export interface PersonVersion extends PersonText, Done {
  /** Says nothing of who they are; it never changes. */
  readonly id: string;
  readonly state: 'active' | 'disabled';
}

/** Who there is. Nobody is ever taken away, so that what they did stays theirs. */
export interface People {
  at(id: string): Promise<PersonVersion | null>;
  byEmail(email: string): Promise<PersonVersion | null>;
  bySubject(subject: string): Promise<PersonVersion | null>;
  /** By name. */
  list(): Promise<readonly PersonVersion[]>;
  history(id: string): Promise<readonly PersonVersion[]>;
  /** @throws StoreError `not-valid` where another has that email or subject */
  add(person: PersonText, act: Act): Promise<PersonVersion>;
  change(id: string, person: PersonText, seen: number, act: Act): Promise<PersonVersion>;
  /** Ends every way in, or gives it back. */
  turn(id: string, state: PersonVersion['state'], seen: number, act: Act): Promise<PersonVersion>;
  /** Enters that something of theirs was changed which the audit does not show: a password. */
  note(id: string, action: 'password' | 'reset', act: Act): Promise<PersonVersion>;
}

type Row = ConceptTables['people'];

const personOf = (row: Row): PersonVersion => {
  const { id, name, post, email, subject, state } = row;
  return { id, name, post, email, subject, state: state as PersonVersion['state'], ...doneOf(row) };
};

const rowsOf = (db: Database | Writing, id: string): Promise<Row[]> =>
  db.selectFrom('people').selectAll().where('id', '=', id).orderBy('version').execute();

/** The one who has it now; one who had it before does not count. */
async function holding(
  db: Database | Writing,
  column: 'email' | 'subject',
  value: string,
): Promise<PersonVersion | null> {
  const ids = await db.selectFrom('people').select('id').where(column, '=', value).distinct().execute();
  for (const { id } of ids) {
    const last = (await rowsOf(db, id)).at(-1);
    if (last?.[column] === value) return personOf(last);
  }
  return null;
}

export function peopleOf(db: Database, dialect: Dialect): People {
  const change = (
    id: string,
    action: string,
    seen: number | null,
    act: Act,
    changing: (last: Row) => Partial<PersonText & { state: string }>,
  ): Promise<PersonVersion> =>
    exclusively(db, dialect, async (writing) => {
      const last = (await rowsOf(writing, id)).at(-1);
      if (!last) throw new StoreError('not-found', 'There is no such person.');
      checkSeen(last, seen ?? last.version);
      const { name, post, email, subject, state } = { ...last, ...changing(last) };
      await checkFree(writing, { email, subject }, id);
      const place = { thread: id, last, seen: last.version, action };
      return personOf(await append(writing, 'people', place, act, { id, name, post, email, subject, state }));
    });

  return {
    at: async (id) => {
      const last = (await rowsOf(db, id)).at(-1);
      return last ? personOf(last) : null;
    },
    byEmail: (email) => holding(db, 'email', email.trim().toLowerCase()),
    bySubject: (subject) => holding(db, 'subject', subject),
    async list() {
      const rows = latest(await db.selectFrom('people').selectAll().orderBy('version').execute());
      return rows.map(personOf).toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB') || (a.id < b.id ? -1 : 1));
    },
    history: async (id) => (await rowsOf(db, id)).map(personOf),
    add: (person, act) =>
      exclusively(db, dialect, async (writing) => {
        const id = `p-${randomBytes(6).toString('hex')}`;
        const columns = columnsOf(person);
        await checkFree(writing, columns, id);
        const place = { thread: id, last: null, seen: 0, action: 'add' };
        return personOf(await append(writing, 'people', place, act, { id, ...columns, state: 'active' }));
      }),
    change: (id, person, seen, act) => change(id, 'change', seen, act, () => columnsOf(person)),
    turn: (id, state, seen, act) => change(id, state === 'active' ? 'enable' : 'disable', seen, act, () => ({ state })),
    note: (id, action, act) => change(id, action, null, act, () => ({})),
  };
}

function columnsOf({ name, post, email, subject }: PersonText): PersonText {
  const address = email?.trim().toLowerCase() ?? null;
  if (address !== null && !/^[^\s@]+@[^\s@]+$/.test(address)) {
    throw new StoreError('not-valid', 'An email address is written name@place.');
  }
  for (const text of [name, post, address ?? '']) {
    if (/\p{Cc}/u.test(text)) throw new StoreError('not-valid', 'A name, post or address is one line of text.');
    if (text.length > 200) throw new StoreError('not-valid', 'A name, post or address has at most 200 characters.');
  }
  return { name: needText('The name', name).trim(), post: needText('The post', post).trim(), email: address, subject };
}

async function checkFree(
  writing: Writing,
  { email, subject }: Pick<PersonText, 'email' | 'subject'>,
  id: string,
): Promise<void> {
  for (const [column, value, words] of [
    ['email', email, 'that email address'],
    ['subject', subject, 'that account of the provider'],
  ] as const) {
    if (value === null) continue;
    const other = await holding(writing, column, value);
    if (other && other.id !== id) throw new StoreError('not-valid', `Somebody has ${words} already.`);
  }
}
