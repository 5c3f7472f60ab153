import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { type StoreAddress, storeAddress } from '../../../src/store/index.ts';
import { startPostgres } from '../../store/postgres-server.ts';

/** The store that the year is kept in, and a way to change it that the product has not. */
export interface YearStore {
  readonly address: StoreAddress;
  /** Does statements to the register of editions with its protection off. */
  tamper(statement: string): Promise<void>;
  end(): Promise<void>;
}

/** SQLite; PostgreSQL with OUTTURN_TEST_STORE=postgres. @throws Error where that is asked for and not there */
export async function yearStore(data: string): Promise<YearStore> {
  const asked = process.env.OUTTURN_TEST_STORE ?? 'sqlite';
  if (asked === 'sqlite') return onSqlite(data);
  const server = asked === 'postgres' ? await startPostgres() : null;
  if (server === null) throw new Error(`OUTTURN_TEST_STORE=${asked}: there is no such store to test on`);
  const url = await server.fresh();
  return {
    address: { kind: 'postgres', url },
    async tamper(statement) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(
        `alter table editions disable trigger user; ${statement}; alter table editions enable trigger user`,
      );
      await client.end();
    },
    end: () => server.stop(),
  };
}

function onSqlite(data: string): YearStore {
  const address = storeAddress(data, undefined);
  return {
    address,
    async tamper(statement) {
      const database = new Sqlite(join(data, 'store.sqlite'), { timeout: 15_000 });
      const triggers = database
        .prepare("select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'editions'")
        .all() as { name: string; sql: string }[];
      database.exec(triggers.map(({ name }) => `drop trigger "${name}";`).join('\n'));
      database.exec(statement);
      database.exec(triggers.map(({ sql }) => `${sql};`).join('\n'));
      database.close();
    },
    end: async () => undefined,
  };
}
