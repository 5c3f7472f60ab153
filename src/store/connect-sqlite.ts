import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, Kysely, SqliteDialect, SqliteDriver } from 'kysely';
import { StoreError } from './error.ts';
import type { Tables } from './tables.ts';

/** How long a write waits for one of another process. */
const patienceMs = 15_000;

/** Takes the right to write at the beginning: a transaction that reads first and writes later could find it gone. */
class WritingFirst extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/**
 * Opens a SQLite file, making it (readable by its owner alone) where there is none. A commit is on the disk when it
 * returns: write-ahead log, synchronous FULL.
 *
 * @throws StoreError `store-unreachable`
 */
export function connectSqlite(file: string): Kysely<Tables> {
  let database: Sqlite.Database | null = null;
  try {
    mkdirSync(dirname(file), { recursive: true });
    // Made before SQLite does, so that it and the logs beside it are never readable by others.
    closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, 0o600);
    const opened = new Sqlite(file, { timeout: patienceMs });
    database = opened;
    const mode = opened.pragma('journal_mode = wal', { simple: true });
    if (mode !== 'wal') throw new Error('its file system cannot keep a write-ahead log');
    opened.pragma('synchronous = full');
    opened.pragma('foreign_keys = on');
    opened.pragma('trusted_schema = off');
    const config = { database: opened };
    return new Kysely<Tables>({
      dialect: Object.assign(new SqliteDialect(config), { createDriver: () => new WritingFirst(config) }),
    });
  } catch (error) {
    database?.close();
    throw new StoreError('store-unreachable', `The store ${file} cannot be opened: ${(error as Error).message}`);
  }
}
