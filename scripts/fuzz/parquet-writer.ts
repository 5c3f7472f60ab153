import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { literal } from '../../src/warehouse/index.ts';

interface Writer {
  readonly path: string;
  readonly connection: DuckDBConnection;
}

let opened: Promise<Writer> | undefined;

async function open(): Promise<Writer> {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-fuzz-parquet-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  return { path: join(folder, 'a.parquet'), connection: await instance.connect() };
}

/** The rows of a query as a Parquet file, one at a time. @param options of the engine's writing of Parquet */
export async function writeParquet(query: string, options: string): Promise<Buffer> {
  opened ??= open();
  const { path, connection } = await opened;
  await connection.run(`copy (${query}) to ${literal(path)} (format parquet, ${options})`);
  return readFileSync(path);
}
