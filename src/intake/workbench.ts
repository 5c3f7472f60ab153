import { mkdir } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../warehouse/index.ts';
import { type Engine, ownEngine } from './engine.ts';
import type { Finding } from './finding.ts';
import { type FindingCode, findingCodes, findingMessage } from './finding-codes.ts';
import { TooLarge } from './load-error.ts';

/** A finding about a file or a delivery as a whole; what is left out is null. */
export interface FileFinding {
  readonly code: FindingCode;
  readonly file: string;
  readonly detail?: string;
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
  readonly dataset?: string;
}

/**
 * Where a delivery is turned into tables: an embedded DuckDB with a view `findings`, whose columns are those of Finding.
 * Work is done by SQL over whole tables; nothing here sees a row.
 */
export class Workbench {
  /** Which of the sources of a call is being read; findings are noted with it. Null while none is. */
  delivery: number | null = null;
  private readonly engine: Engine;
  private readonly connection: DuckDBConnection;

  private constructor(engine: Engine, connection: DuckDBConnection) {
    this.engine = engine;
    this.connection = connection;
  }

  /** @param folder where what does not fit in memory goes */
  static async open(folder: string, engine: Engine = ownEngine()): Promise<Workbench> {
    await mkdir(folder, { recursive: true });
    const bench = new Workbench(engine, await engine.lend(folder));
    // Personal values are masked where findings are read, once: planned with every check, the masking took longer than it.
    const isPersonal = `starts_with("value", chr(1))`;
    await bench.run(`
      create temp table noted (
        code varchar, severity varchar, file varchar, "row" bigint, "column" varchar, "value" varchar, message varchar, dataset varchar,
        delivery integer
      );
      create temp view findings as select rowid as id, noted.* replace (
          case when ${isPersonal} then masked(substr("value", 2)) else "value" end as "value"
        ),
        case when ${isPersonal} then left(substr("value", 2), 200) end as unmasked
      from noted`);
    return bench;
  }

  /** Runs statements that return nothing. */
  async run(sql: string): Promise<void> {
    await this.connection.run(sql).catch(tooLarge);
  }

  /** Runs a query whose result is small by nature; dates come as YYYY-MM-DD, whole numbers as numbers. */
  async rows<T = Record<string, string | number | boolean | null>>(sql: string): Promise<T[]> {
    const reader = await this.connection.runAndReadAll(sql).catch(tooLarge);
    return reader.getRowObjects().map((row) => Object.fromEntries(Object.entries(row).map(plain)) as T);
  }

  /** The one number a query gives. */
  async count(sql: string): Promise<number> {
    const [row] = await this.rows(sql);
    return Number(Object.values(row ?? {})[0] ?? 0);
  }

  /** Notes something about a file or the delivery. */
  async note(finding: FileFinding): Promise<void> {
    const { code, file, detail, row, column, value, dataset } = finding;
    const cells = [code, findingCodes[code].severity, file, row, column, value, findingMessage(code, detail), dataset];
    await this.run(`insert into noted values (${cells.map(cell).join(', ')}, ${this.delivery})`);
  }

  /**
   * Notes a finding for each row of a query.
   *
   * @param query gives file, row, column, value, dataset by name; those it lacks are null
   */
  async noteEach(code: FindingCode, query: string, detail?: string): Promise<void> {
    await this.run(
      `insert into noted by name select ${literal(code)} as code, ${literal(findingCodes[code].severity)} as severity,
        ${literal(findingMessage(code, detail))} as message, ${this.delivery}::integer as delivery, each.*
      from (${query}) each`,
    );
  }

  /** Ends the statement that is running; it then fails. */
  interrupt(): void {
    this.connection.interrupt();
  }

  close(): void {
    this.engine.takeBack(this.connection);
  }
}

/** The engine's own words for it hold its settings, and help nobody. */
function tooLarge(error: Error): never {
  throw /^Out of Memory Error/i.test(error.message) ? new TooLarge() : error;
}

/** The columns of the findings table, in order. */
export const findingColumns: readonly (keyof Finding)[] = [
  'code',
  'severity',
  'file',
  'row',
  'column',
  'value',
  'message',
  'dataset',
];

/** The columns of the findings on disk: `unmasked` is a personal value as delivered, where `value` masks it. */
export const storedColumns: readonly string[] = [...findingColumns, 'unmasked'];

function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return 'null';
  // SQL text cannot hold a zero character; a damaged heading may.
  return typeof value === 'number' ? String(value) : literal(value.replaceAll('\0', '␀'));
}

function plain([name, value]: [string, unknown]): [string, unknown] {
  if (typeof value === 'bigint') return [name, Number(value)];
  return [name, value !== null && typeof value === 'object' ? String(value) : value];
}
