import { createHash } from 'node:crypto';
import { exclusively } from '../exclusive.ts';
import type { Dialect } from '../migrations/index.ts';
import type { Database } from '../tables.ts';

/** How often sign-in was tried in vain under a name since it last succeeded. */
export interface Failures {
  readonly count: number;
  readonly last: Date | null;
}

/** Kept of every name that is tried, known or not, so that the two cannot be told apart; of the name, only a hash. */
export interface SignInFailures {
  of(name: string): Promise<Failures>;
  /** Counts a try before its password is looked at, so that many at once count as many. */
  count(name: string, now: Date): Promise<void>;
  forget(name: string): Promise<void>;
}

const hashOf = (name: string): string => createHash('sha256').update(name.trim().toLowerCase()).digest('hex');
/** Names nobody tried for so long are forgotten, in ms. */
const remembered = 7 * 86_400_000;

export function failuresOf(db: Database, dialect: Dialect): SignInFailures {
  return {
    async of(name) {
      const row = await db
        .selectFrom('sign_in_failures')
        .selectAll()
        .where('name_hash', '=', hashOf(name))
        .executeTakeFirst();
      return row ? { count: row.failures, last: new Date(row.last_at) } : { count: 0, last: null };
    },
    count: (name, now) =>
      exclusively(db, dialect, async (writing) => {
        const [name_hash, last_at] = [hashOf(name), now.toISOString()];
        const forgotten = new Date(now.getTime() - remembered).toISOString();
        await writing.deleteFrom('sign_in_failures').where('last_at', '<', forgotten).execute();
        await writing
          .insertInto('sign_in_failures')
          .values({ name_hash, failures: 1, last_at })
          .onConflict((conflict) =>
            conflict
              .column('name_hash')
              .doUpdateSet(({ ref, eb }) => ({ failures: eb(ref('sign_in_failures.failures'), '+', 1), last_at })),
          )
          .execute();
      }),
    forget: (name) =>
      exclusively(db, dialect, async (writing) => {
        await writing.deleteFrom('sign_in_failures').where('name_hash', '=', hashOf(name)).execute();
      }),
  };
}
