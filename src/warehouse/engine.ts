/** A value as it leaves an engine: dates are YYYY-MM-DD text, decimals and whole numbers are numbers. */
export type Value = string | number | boolean | null;
export type Row = readonly Value[];

/** Where an engine's SQL differs from the other's. Everything else is emitted once. */
export interface Dialect {
  readonly name: 'duckdb' | 'postgres';
  /** Shows a day as YYYY-MM-DD text. */
  dayText(expression: string): string;
}

/**
 * A place where SQL runs over the tables of one authority. The tables are read-only; what a run needs on the way
 * (month ends, shared views) lives in temporary tables of its session and goes with it.
 */
export interface Engine {
  readonly dialect: Dialect;
  session(): Promise<Session>;
  close(): void;
}

/** One conversation with an engine, with temporary tables of its own. */
export interface Session {
  readonly dialect: Dialect;
  /** Runs statements that return nothing. */
  run(sql: string): Promise<void>;
  /** Runs one query and returns all its rows; for results that are small by nature. */
  rows(sql: string): Promise<Row[]>;
  /** Runs one query and hands its rows on in blocks, as many as the reader takes. */
  stream(sql: string): AsyncIterable<Row[]>;
  /** Writes the rows of a query to a Parquet file. */
  writeParquet(sql: string, file: string): Promise<void>;
  close(): void;
}

/** A single-quoted SQL literal. */
export function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** A double-quoted SQL name. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
