import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { type AuthorityWritten, writeDemo } from '../../demo/index.ts';

/** A county of 60,000 children, written once and read as text into DuckDB. */
export interface County {
  readonly written: AuthorityWritten;
  /** The one number of a query. */
  number(sql: string): Promise<number>;
  close(): void;
}

export const population = 60_000;

export async function writeCounty(): Promise<County> {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-county-'));
  const [written] = await writeDemo(
    { out: folder, authorities: 1, population, seed: 1, to: '2026-10' },
    () => undefined,
  );
  if (written === undefined) throw new Error('The demo wrote no authority.');
  const instance = await DuckDBInstance.create(':memory:');
  const connection: DuckDBConnection = await instance.connect();
  for (const table of Object.keys(written.rows)) {
    await connection.run(
      `create view ${table} as select * from read_csv('${join(folder, `${table}.csv`)}', header = true, all_varchar = true)`,
    );
  }
  // A date as it should be: a time part is dropped, anything else is no date.
  await connection.run('create macro day(x) as try_cast(substr(x, 1, 10) as date)');
  return {
    written,
    number: async (sql) => Number((await connection.runAndReadAll(sql)).getRows()[0]?.[0]),
    close: () => {
      connection.closeSync();
      rmSync(folder, { recursive: true });
    },
  };
}
