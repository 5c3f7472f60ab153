/** What a cell may hold: dates are ISO text, yes-no is true, false or null, numbers are numbers. */
export type Value = string | number | boolean | null;

export type Row = Readonly<Record<string, Value>>;

/** The rows of an extract by dataset. A table that is not there is an empty list. */
export interface Tables {
  readonly [dataset: string]: readonly Row[] | undefined;
}

export function rowsOf(tables: Tables, dataset: string): readonly Row[] {
  return tables[dataset] ?? [];
}

/** An id, code or free text, trimmed; an empty cell and a missing column are null. */
export function text(row: Row, column: string): string | null {
  const value = row[column] ?? null;
  if (value === null) return null;
  const trimmed = String(value).trim();
  return trimmed === '' ? null : trimmed;
}

/** A date as YYYY-MM-DD: a time part is dropped. */
export function day(row: Row, column: string): string | null {
  return text(row, column)?.slice(0, 10) ?? null;
}

export function number(row: Row, column: string): number | null {
  const value = row[column] ?? null;
  return typeof value === 'number' ? value : null;
}

/** Yes, and nothing else: neither no nor unknown. `not yes` therefore keeps unknown rows. */
export function isYes(row: Row, column: string): boolean {
  return ['y', 'yes', '1', 'true'].includes((text(row, column) ?? '').toLowerCase());
}
