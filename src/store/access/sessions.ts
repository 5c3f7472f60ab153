import { createHash, randomBytes } from 'node:crypto';
import { exclusively } from '../exclusive.ts';
import type { Dialect } from '../migrations/index.ts';
import type { Database, Tables } from '../tables.ts';

/** What somebody's claims gave for one session. */
export interface SessionGrant {
  readonly role: string;
  readonly unit: string;
}

export interface NewSession {
  readonly person: string;
  /** Temporary: by a password that somebody else chose, which lets nobody further than to change it. */
  readonly how: 'password' | 'temporary' | 'provider';
  readonly grants: readonly SessionGrant[];
  /** The end of it, however busy it is. */
  readonly ends: Date;
  /** For how long it may rest. */
  readonly idleMinutes: number;
}

export interface Session extends NewSession {
  /** SHA-256 of the id: names it on pages, and opens nothing. */
  readonly hash: string;
  readonly begun: Date;
  readonly seen: Date;
}

/** Who is signed in where. The id is with the browser alone; here is its hash. */
export interface Sessions {
  /** The session of an id, if it has neither ended nor rested too long; marks that it was used. */
  use(id: string, now: Date): Promise<Session | null>;
  /** Begins one under an id that nobody has seen before, and forgets those that are over. */
  begin(session: NewSession, now: Date): Promise<string>;
  end(hash: string): Promise<void>;
  /** @param but the hash of one that stays */
  endAll(person: string, but?: string): Promise<void>;
  list(person: string, now: Date): Promise<readonly Session[]>;
}

/** Being used is written down at most this often, in ms. */
const marking = 60_000;
export const sessionHash = (id: string): string => createHash('sha256').update(id).digest('hex');

const sessionOf = (row: Tables['sessions']): Session => ({
  hash: row.hash,
  person: row.person,
  how: row.how as Session['how'],
  grants: JSON.parse(row.grants) as SessionGrant[],
  begun: new Date(row.begun),
  seen: new Date(row.seen),
  ends: new Date(row.ends),
  idleMinutes: row.idle_minutes,
});

const holds = ({ seen, ends, idleMinutes }: Session, now: Date): boolean =>
  now < ends && now.getTime() - seen.getTime() < idleMinutes * 60_000;

export function sessionsOf(db: Database, dialect: Dialect): Sessions {
  return {
    async use(id, now) {
      const hash = sessionHash(id);
      const row = await db.selectFrom('sessions').selectAll().where('hash', '=', hash).executeTakeFirst();
      if (!row) return null;
      const session = sessionOf(row);
      if (!holds(session, now)) return null;
      if (now.getTime() - session.seen.getTime() >= marking) {
        await exclusively(db, dialect, (writing) =>
          writing.updateTable('sessions').set({ seen: now.toISOString() }).where('hash', '=', hash).execute(),
        );
      }
      return session;
    },
    begin: ({ person, how, grants, ends, idleMinutes }, now) =>
      exclusively(db, dialect, async (writing) => {
        const id = randomBytes(32).toString('base64url');
        await writing.deleteFrom('sessions').where('ends', '<=', now.toISOString()).execute();
        await writing
          .insertInto('sessions')
          .values({
            hash: sessionHash(id),
            person,
            how,
            grants: JSON.stringify(grants),
            begun: now.toISOString(),
            seen: now.toISOString(),
            ends: ends.toISOString(),
            idle_minutes: idleMinutes,
          })
          .execute();
        return id;
      }),
    end: (hash) =>
      exclusively(db, dialect, async (writing) => {
        await writing.deleteFrom('sessions').where('hash', '=', hash).execute();
      }),
    endAll: (person, but = '') =>
      exclusively(db, dialect, async (writing) => {
        await writing.deleteFrom('sessions').where('person', '=', person).where('hash', '!=', but).execute();
      }),
    async list(person, now) {
      const rows = await db
        .selectFrom('sessions')
        .selectAll()
        .where('person', '=', person)
        .orderBy('seen', 'desc')
        .execute();
      return rows.map(sessionOf).filter((session) => holds(session, now));
    },
  };
}
