import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Engine } from '../../src/intake/engine.ts';
import type { Parsing } from '../../src/intake/parsing.ts';
import { readingMacros } from '../../src/intake/reading/macros.ts';
import { readWorkbook } from '../../src/intake/workbook/read-workbook.ts';
import { parseFile } from '../../src/intake/xml/parse-file.ts';
import { Listener } from './listener.ts';

/** Parses in this process what a load parses in a capped one: the same code without the start of a process. */
export const within: Parsing = { workbook: readWorkbook, xml: async (request) => parseFile(request) };

/** One engine for many loads, each on a connection of its own, which stays open so that its tables can be looked at. */
export class KeptEngine implements Engine {
  /** For readings, which store nothing. */
  readonly listener: Listener;
  private readonly instance: DuckDBInstance;
  private connection: DuckDBConnection | null = null;

  private constructor(instance: DuckDBInstance) {
    this.instance = instance;
    this.listener = new Listener(instance);
  }

  static async open(): Promise<KeptEngine> {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    const connection = await instance.connect();
    // Once for all connections: to plan them costs more than most loads of a few rows.
    await connection.run(readingMacros.replaceAll('create temp macro', 'create macro'));
    connection.closeSync();
    return new KeptEngine(instance);
  }

  async lend(): Promise<DuckDBConnection> {
    this.connection?.closeSync();
    this.connection = await this.instance.connect();
    return this.connection;
  }

  takeBack(): void {}

  /** A query on the tables of the load before. */
  async rows<T>(sql: string): Promise<T[]> {
    const reader = await this.connection?.runAndReadAll(sql);
    return (reader?.getRowObjectsJson() ?? []) as T[];
  }

  close(): void {
    this.listener.close();
    this.connection?.closeSync();
    this.instance.closeSync();
  }
}
