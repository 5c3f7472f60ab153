import { createHash } from 'node:crypto';
import { exclusively } from '../exclusive.ts';
import type { Dialect } from '../migrations/index.ts';
import type { Database } from '../tables.ts';

/**
 * How often sign-in was tried in vain under a name since it last succeeded. It is kept of every name that is tried, known
 * or not, so that the two cannot be told apart; of the name, only a hash.
 */
export interface SignInFailures {
  /**
   * Counts a try before its password is looked at, so that many at once count as many; success then forgets it.
   *
   * @param wait for how long after so many failures no try is taken, in ms
   * @returns null where the try may go on; else until when none is taken, and then it is not counted
   */
  attempt(name: string, now: Date, wait: (failures: number) => number): Promise<Date | null>;
  forget(name: string): Promise<void>;
}

const hashOf = (name: string): string => createHash('sha256').update(name.trim().toLowerCase()).digest('hex');
/** Names nobody tried for so long are forgotten, in ms. */
const remembered = 7 * 86_400_000;

export function failuresOf(db: Database, dialect: Dialect): SignInFailures {
  return {
    attempt: (name, now, wait) =>
      exclusively(db, dialect, async (writing) => {
        const name_hash = hashOf(name);
        const forgotten = new Date(now.getTime() - remembered).toISOString();
        await writing.deleteFrom('sign_in_failures').where('last_at', '<', forgotten).execute();
        const before = await writing
          .selectFrom('sign_in_failures')
          .selectAll()
          .where('name_hash', '=', name_hash)
          .executeTakeFirst();
        if (before) {
          const until = new Date(Date.parse(before.last_at) + wait(before.failures));
          if (now < until) return until;
        }
        const counted = { failures: (before?.failures ?? 0) + 1, last_at: now.toISOString() };
        await writing
          .insertInto('sign_in_failures')
          .values({ name_hash, ...counted })
          .onConflict((conflict) => conflict.column('name_hash').doUpdateSet(counted))
          .execute();
        return null;
      }),
    forget: (name) =>
      exclusively(db, dialect, async (writing) => {
        await writing.deleteFrom('sign_in_failures').where('name_hash', '=', hashOf(name)).execute();
      }),
  };
}
