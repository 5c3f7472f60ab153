import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, Kysely, SqliteDialect, SqliteDriver } from 'kysely';
import { StoreError } from './error.ts';
import type { Tables } from './tables.ts';

/** How long a write waits for one of somebody else, and how long it sleeps between two tries. */
const patienceMs = 15_000;
const pauseMs = 5;

/**
 * Takes the right to write at the beginning: a transaction that reads first and writes later could find it gone. It waits
 * without holding up the process, which may itself have to finish the write that it waits for.
 */
class WritingFirst extends SqliteDriver {
  readonly #database: Sqlite.Database;

  constructor(database: Sqlite.Database) {
    super({ database });
    this.#database = database;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    for (let waited = 0; ; waited += pauseMs) {
      this.#database.pragma('busy_timeout = 0');
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
        return;
      } catch (error) {
        const busy = (error as { code?: string }).code?.startsWith('SQLITE_BUSY') ?? false;
        if (!busy || waited >= patienceMs) throw error;
      } finally {
        this.#database.pragma(`busy_timeout = ${patienceMs}`);
      }
      await setTimeout(pauseMs);
    }
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
    const dialect = new SqliteDialect({ database: opened });
    dialect.createDriver = () => new WritingFirst(opened);
    return new Kysely<Tables>({ dialect });
  } catch (error) {
    database?.close();
    throw new StoreError('store-unreachable', `The store ${file} cannot be opened: ${(error as Error).message}`);
  }
}
