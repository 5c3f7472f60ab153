import { createHash, randomBytes } from 'node:crypto';
import type { Act, Done } from '../act.ts';
import { StoreError } from '../error.ts';
import { exclusively } from '../exclusive.ts';
import { needText } from '../forms.ts';
import { append, doneOf, latest } from '../ledger.ts';
import type { Dialect } from '../migrations/index.ts';
import type { ConceptTables, Database } from '../tables.ts';
import { numbered } from './numbered.ts';

export interface NewToken {
  /** Whose rights it has, as far as `rights` goes. */
  readonly person: string;
  /** What it is for. */
  readonly name: string;
  readonly rights: readonly string[];
  readonly expires: Date;
}

export interface TokenVersion extends NewToken, Done {
  readonly number: number;
  readonly state: 'live' | 'revoked';
}

/** Tokens by which tools ask in the name of a person. The token itself is shown once and kept nowhere. */
export interface Tokens {
  /** The live and unexpired one of that text; null for any other. */
  find(token: string, now: Date): Promise<TokenVersion | null>;
  list(person?: string): Promise<readonly TokenVersion[]>;
  /** The token, to be told to who will use it, and what is kept of it. */
  add(token: NewToken, act: Act): Promise<{ readonly token: string; readonly kept: TokenVersion }>;
  revoke(number: number, act: Act): Promise<TokenVersion>;
}

type Row = ConceptTables['tokens'];

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const tokenOf = (row: Row): TokenVersion => {
  const { number, person, name, rights, expires, state } = row;
  const parsed = { rights: JSON.parse(rights) as string[], expires: new Date(expires) };
  return { ...doneOf(row), number, person, name, ...parsed, state: state as TokenVersion['state'] };
};

export function tokensOf(db: Database, dialect: Dialect): Tokens {
  return {
    async find(token, now) {
      const hash = hashOf(token);
      const rows = await db.selectFrom('tokens').selectAll().where('hash', '=', hash).orderBy('version').execute();
      const last = rows.at(-1);
      if (last?.state !== 'live' || last.expires <= now.toISOString()) return null;
      return tokenOf(last);
    },
    async list(person) {
      let query = db.selectFrom('tokens').selectAll();
      if (person !== undefined) query = query.where('person', '=', person);
      return latest(await query.orderBy('version').execute())
        .map(tokenOf)
        .toSorted((a, b) => a.number - b.number);
    },
    add: ({ person, name, rights, expires }, act) =>
      exclusively(db, dialect, async (writing) => {
        if (rights.length === 0) throw new StoreError('not-valid', 'A token is for something: say what.');
        if (expires <= act.at) throw new StoreError('not-valid', 'A token ends in the future.');
        const number = await numbered(writing, 'tokens');
        const token = `outturn_${randomBytes(32).toString('base64url')}`;
        const place = { thread: String(number), last: null, seen: 0, action: 'issue' };
        const content = {
          number,
          person,
          name: needText('What it is for', name),
          hash: hashOf(token),
          rights: JSON.stringify(rights),
          expires: expires.toISOString(),
          state: 'live',
        };
        return { token, kept: tokenOf(await append(writing, 'tokens', place, act, content)) };
      }),
    revoke: (number, act) =>
      exclusively(db, dialect, async (writing) => {
        const rows = await writing
          .selectFrom('tokens')
          .selectAll()
          .where('thread', '=', String(number))
          .orderBy('version')
          .execute();
        const last = rows.at(-1);
        if (!last) throw new StoreError('not-found', `There is no token ${number}.`);
        if (last.state === 'revoked') throw new StoreError('not-allowed', `Token ${number} is revoked already.`);
        const { person, name, hash, rights, expires } = last;
        const content = { number, person, name, hash, rights, expires, state: 'revoked' };
        const place = { thread: String(number), last, seen: last.version, action: 'revoke' };
        return tokenOf(await append(writing, 'tokens', place, act, content));
      }),
  };
}
