import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { StoreError } from './error.ts';
import type { Tables } from './tables.ts';

/**
 * Opens a PostgreSQL database.
 *
 * @throws StoreError `store-unreachable`; the message does not repeat the address, which may hold a password.
 */
export async function connectPostgres(url: string): Promise<Kysely<Tables>> {
  const pool = new Pool({ connectionString: url, max: 8, connectionTimeoutMillis: 15_000 });
  // A server that ends an idle connection must not end the program: the next query opens another or says what is wrong.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool,
      // A commit is on the disk when it returns, whatever the database was set to.
      onCreateConnection: async (connection) => {
        await connection.executeQuery(sql`set synchronous_commit = on`.compile(db));
      },
    }),
  });
  try {
    const { rows } = await sql<{ schema: string | null }>`select current_schema() as schema`.execute(db);
    if (rows[0]?.schema == null) throw new Error('no schema of its search path exists');
    return db;
  } catch (error) {
    await db.destroy();
    const { code, message } = error as NodeJS.ErrnoException;
    const said = message.includes(url) ? (code ?? 'refused') : message || code;
    throw new StoreError('store-unreachable', `The PostgreSQL store of OUTTURN_STORE cannot be opened: ${said}`);
  }
}
