import {
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  type DuckDBValue,
} from '@duckdb/node-api';
import { type Dialect, type Engine, literal, quoted, type Row, type Session, type Value } from './engine.ts';

/** The files of one table; a table without files is empty. */
export interface TableFiles {
  readonly name: string;
  readonly files: readonly string[];
  /** Column name and SQL type, for a table without files. */
  readonly columns: readonly { readonly name: string; readonly sqlType: string }[];
}

export interface DuckDbOptions {
  readonly tables: readonly TableFiles[];
  /** Folders that may be read or written once the engine is open; nothing else outside the database can be. */
  readonly folders: readonly string[];
  /** The bank holidays of 1900 to 2099; null for an engine without a calendar, which no pack SQL runs on. */
  readonly bankHolidays: readonly string[] | null;
  readonly threads?: number;
  /** For example 2GB; DuckDB's own default where absent. */
  readonly memoryLimit?: string;
}

const duckdbDialect: Dialect = {
  name: 'duckdb',
  dayText: (expression) => `strftime(${expression}, '%Y-%m-%d')`,
};

/** The functions that pack SQL may call beside the engine's own; the PostgreSQL engine defines the same ones. */
const functions = `
  create macro working_days(a, b) as
    (select running from calendar where day = b) - (select running from calendar where day = a);
  create macro add_working_days(d, n) as case
    when n = 0 then d
    when n > 0 then (select day from working_day_number where number = (select running from calendar where day = d) + n)
    else (select day - 1 from working_day_number where number = (select running from calendar where day = d) + n + 1)
  end;
  create macro add_months(d, n) as (d + to_months(n::integer))::date;
  create macro days_between(a, b) as date_diff('day', a, b);
  create macro age_in_years(born, d) as
    ((extract(year from d) * 10000 + extract(month from d) * 100 + extract(day from d))
    - (extract(year from born) * 10000 + extract(month from born) * 100 + extract(day from born))) // 10000;
`;

/** Opens an embedded engine over Parquet files, then shuts the door to every other file and setting. */
export async function openDuckDb(options: DuckDbOptions): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  if (options.threads) await connection.run(`set threads = ${options.threads}`);
  if (options.memoryLimit) await connection.run(`set memory_limit = ${literal(options.memoryLimit)}`);
  await connection.run('set preserve_insertion_order = false');
  if (options.bankHolidays) await prepareCalendar(connection, options.bankHolidays);
  for (const table of options.tables) await connection.run(tableSql(table));
  const folders = options.folders.map((folder) => literal(folder.endsWith('/') ? folder : `${folder}/`));
  await connection.run(`set allowed_directories = [${folders.join(', ')}]`);
  await connection.run('set enable_external_access = false');
  await connection.run('set lock_configuration = true');
  connection.closeSync();
  return new DuckDb(instance);
}

/** First and last day the calendar table covers; working days of a date outside it are unknown. */
const calendarSpan = { first: '1900-01-01', last: '2099-12-31' };

/** Loads the calendar and the functions over it. */
async function prepareCalendar(connection: DuckDBConnection, bankHolidays: readonly string[]): Promise<void> {
  const holidays = bankHolidays.map((day) => `'${day}'`).join(', ');
  // Anti-join and running sum: "not in" and a filtered window count took 25 times as long.
  await connection.run(`
    create temporary table bank_holidays as select unnest([${holidays}])::date as day;
    create table calendar as
      with days as (
        select unnest(range(date '${calendarSpan.first}', date '${calendarSpan.last}' + 1, interval 1 day))::date as day
      ),
      marked as (
        select day, isodow(day) < 6 and not exists (select 1 from bank_holidays h where h.day = days.day) as working_day
        from days
      )
      select day, working_day, (sum(working_day::integer) over (order by day))::integer as running
      from marked order by day;
    create table working_day_number as select day, running as number from calendar where working_day;
    ${functions}`);
}

function tableSql({ name, files, columns }: TableFiles): string {
  if (files.length > 0) {
    return `create view ${quoted(name)} as select * from read_parquet([${files.map(literal).join(', ')}])`;
  }
  const definitions = columns.map((column) => `${quoted(column.name)} ${column.sqlType}`);
  return `create table ${quoted(name)} (${definitions.join(', ')})`;
}

class DuckDb implements Engine {
  readonly dialect = duckdbDialect;
  private readonly instance: DuckDBInstance;

  constructor(instance: DuckDBInstance) {
    this.instance = instance;
  }

  async session(): Promise<Session> {
    return new DuckDbSession(await this.instance.connect());
  }

  close(): void {
    this.instance.closeSync();
  }
}

class DuckDbSession implements Session {
  readonly dialect = duckdbDialect;
  private readonly connection: DuckDBConnection;

  constructor(connection: DuckDBConnection) {
    this.connection = connection;
  }

  async run(sql: string): Promise<void> {
    await this.connection.run(sql);
  }

  async rows(sql: string): Promise<Row[]> {
    const reader = await this.connection.runAndReadAll(sql);
    return reader.getRows().map((row) => row.map(plain));
  }

  async *stream(sql: string): AsyncIterable<Row[]> {
    const result = await this.connection.stream(sql);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      yield chunk.getRows().map((row) => row.map(plain));
    }
  }

  async writeParquet(sql: string, file: string): Promise<void> {
    await this.connection.run(`copy (${sql}) to ${literal(file)} (format parquet, compression zstd)`);
  }

  close(): void {
    this.connection.closeSync();
  }
}

function plain(value: DuckDBValue): Value {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBDecimalValue) return Number(value.toString());
  throw new TypeError(
    `No plain form for a ${typeof value === 'object' ? value.constructor.name : typeof value} in a result`,
  );
}
