import { sql } from 'kysely';
import type { Dialect } from './migrations/index.ts';
import type { Database, Writing } from './tables.ts';

/**
 * Runs a write whole or not at all, while no other write runs. Writers take turns on both databases: what a write reads
 * stays so until it ends, so that rules that look at several rows hold without retries. SQLite begins with the right to
 * write; PostgreSQL waits for a lock of the schema that ends with the transaction.
 */
export function exclusively<T>(db: Database, dialect: Dialect, write: (writing: Writing) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (writing) => {
    if (dialect === 'postgres') {
      await sql`select pg_advisory_xact_lock(hashtext('outturn store'), hashtext(current_schema()))`.execute(writing);
    }
    return write(writing);
  });
}
