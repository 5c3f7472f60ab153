import { isWithin } from './dates.ts';
import type { Indicator, OracleCase } from './figures.ts';
import { day, type Row, rowsOf, type Tables, text } from './tables.ts';
import type { Window } from './windows.ts';

/** A case of weight 1. */
export function one(id: string | null, unit: string, inNumerator = true): OracleCase {
  return { id: id ?? '', unit, weight: 1, inNumerator };
}

/** Rows of a table dated in the window by one of their columns, each with its date. */
export function datedIn(
  tables: Tables,
  dataset: string,
  column: string,
  window: Window,
): { readonly row: Row; readonly date: string }[] {
  return rowsOf(tables, dataset).flatMap((row) => {
    const date = day(row, column);
    return date !== null && isWithin(date, window) ? [{ row, date }] : [];
  });
}

/** The rows of a table that name a person in one of their columns; an unknown person has none. */
export function rowsOfPerson(tables: Tables, dataset: string, column: string, person: string | null): Row[] {
  return rowsOf(tables, dataset).filter((row) => person !== null && text(row, column) === person);
}

export function share(id: string, cases: readonly OracleCase[], distinct = false): Indicator {
  return { id, shape: 'share', distinct, cases };
}

export function count(id: string, cases: readonly OracleCase[]): Indicator {
  return { id, shape: 'count', distinct: false, cases };
}

export function rate(id: string, cases: readonly OracleCase[], distinct = false): Indicator {
  return { id, shape: 'rate', distinct, cases };
}
