import { exclusively } from '../exclusive.ts';
import type { Dialect } from '../migrations/index.ts';
import type { Database } from '../tables.ts';

/** How somebody signs in by a password kept here. */
export interface Account {
  readonly person: string;
  /** Argon2id, with its parameters and salt. */
  readonly hash: string;
  readonly changedAt: Date;
  /** Whether somebody else chose it, so that it must be changed. */
  readonly temporary: boolean;
}

/** Only the present password has a hash here: what was is not kept. */
export interface Accounts {
  at(person: string): Promise<Account | null>;
  set(account: Account): Promise<void>;
}

export function accountsOf(db: Database, dialect: Dialect): Accounts {
  return {
    async at(person) {
      const row = await db.selectFrom('accounts').selectAll().where('person', '=', person).executeTakeFirst();
      if (!row) return null;
      return { person, hash: row.hash, changedAt: new Date(row.changed_at), temporary: row.temporary === 1 };
    },
    set: ({ person, hash, changedAt, temporary }) =>
      exclusively(db, dialect, async (writing) => {
        const columns = { hash, changed_at: changedAt.toISOString(), temporary: temporary ? 1 : 0 };
        await writing
          .insertInto('accounts')
          .values({ person, ...columns })
          .onConflict((conflict) => conflict.column('person').doUpdateSet(columns))
          .execute();
      }),
  };
}
