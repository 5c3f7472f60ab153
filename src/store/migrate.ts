import { type RawBuilder, sql } from 'kysely';
import { StoreError } from './error.ts';
import { exclusively } from './exclusive.ts';
import { type Dialect, type Migration, migrationHash } from './migrations/index.ts';
import type { Database, Writing } from './tables.ts';

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly hash: string;
}

const table = 'store_migrations';
const exists: Readonly<Record<Dialect, RawBuilder<{ readonly name: string }>>> = {
  sqlite: sql`select name from sqlite_master where type = 'table' and name = ${table}`,
  postgres: sql`select tablename as name from pg_tables where schemaname = current_schema() and tablename = ${table}`,
};

async function appliedTo(db: Database | Writing, dialect: Dialect): Promise<readonly Applied[] | null> {
  const found = await exists[dialect].execute(db);
  if (found.rows.length === 0) return null;
  return (await sql<Applied>`select number, name, hash from store_migrations order by number`.execute(db)).rows;
}

/**
 * Brings a store to the shape that this program knows: all steps that are missing, in one transaction, so that a store is
 * as before or as after whenever the process dies. Steps that are there are recorded with their hash.
 *
 * @returns the names of the steps taken.
 * @throws StoreError `store-newer`, `migration-differs`
 */
export async function migrate(
  db: Database,
  dialect: Dialect,
  migrations: readonly Migration[],
  now: Date,
): Promise<readonly string[]> {
  const before = await appliedTo(db, dialect);
  if (before !== null && missing(before, dialect, migrations).length === 0) return [];
  return exclusively(db, dialect, async (writing) => {
    // Another process may have been here first.
    const applied = await appliedTo(writing, dialect);
    const steps = missing(applied ?? [], dialect, migrations);
    if (applied === null) {
      await sql`create table store_migrations (number integer primary key, name text not null, hash text not null, at text not null)`.execute(
        writing,
      );
    }
    for (const { number, migration } of steps) {
      for (const statement of migration.statements(dialect)) await sql.raw(statement).execute(writing);
      await sql`insert into store_migrations (number, name, hash, at)
        values (${number}, ${migration.name}, ${migrationHash(migration, dialect)}, ${now.toISOString()})`.execute(
        writing,
      );
    }
    return steps.map(({ migration }) => migration.name);
  });
}

/** The steps that a store has not taken, after seeing that those it has are the same here. */
function missing(applied: readonly Applied[], dialect: Dialect, migrations: readonly Migration[]) {
  const known = migrations.map((migration, index) => ({ number: index + 1, migration }));
  const newest = applied.at(-1);
  if (newest !== undefined && newest.number > known.length) {
    throw new StoreError(
      'store-newer',
      `The store was made by a later version of Outturn (it is at step ${newest.name}; this version knows ${known.length}). Run that version or a later one: a store is not taken back.`,
    );
  }
  for (const step of applied) {
    const here = known[step.number - 1]?.migration;
    if (here === undefined || here.name !== step.name || migrationHash(here, dialect) !== step.hash) {
      throw new StoreError(
        'migration-differs',
        `Step ${step.name} of the store is not the one of this version of Outturn (${here?.name ?? 'none'}). Run the version that made the store.`,
      );
    }
  }
  return known.slice(applied.length);
}
