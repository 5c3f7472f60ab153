import type { Cell } from '../csv-files.ts';
import { dayOf, iso } from '../days.ts';
import type { Draw } from '../random.ts';
import type { ColumnOf, TableName } from '../tables/columns.ts';
import type { Cells } from '../tables/folder.ts';

/** A kind of defect that rows of a table are given now and then. */
export interface Rule {
  readonly table: TableName;
  readonly kind: string;
  /** The columns it concerns, in the order `applies` and `spoil` get their places. */
  readonly columns: readonly string[];
  /** Share of the rows it applies to, 0 to 1. */
  readonly rate: number;
  /** For the poor district: the column with the team. */
  readonly team?: string;
  /** Whether the row can have it; left out, every row can. */
  readonly applies?: (cells: Cells, at: readonly number[]) => boolean;
  /** The rows written in its place. */
  readonly spoil: (cells: Cells, at: readonly number[], draw: Draw) => Cells[];
}

type Build<T extends TableName> = (table: T, columns: readonly ColumnOf<T>[], rate: number, team?: ColumnOf<T>) => Rule;

function filled(cells: Cells, at: readonly number[]): boolean {
  return at.every((place) => cells[place] !== null && cells[place] !== undefined && cells[place] !== '');
}

function replaced(cells: Cells, place: number | undefined, value: Cell): Cells[] {
  if (place === undefined) return [cells];
  const copy = [...cells];
  copy[place] = value;
  return [copy];
}

function text(cells: Cells, place: number | undefined): string {
  return place === undefined ? '' : String(cells[place] ?? '');
}

function changed(
  kind: string,
  change: (value: string, draw: Draw) => Cell,
): <T extends TableName>(...call: Parameters<Build<T>>) => Rule {
  return (table, columns, rate, team) => ({
    table,
    kind,
    columns,
    rate,
    team,
    applies: filled,
    spoil: (cells, at, draw) => replaced(cells, at[0], change(text(cells, at[0]), draw)),
  });
}

/** The value is missing. */
export const missing = changed('missing value', () => null);
/** A date written as in a spreadsheet, 31/10/2026. */
export const britishDate = changed('date as dd/mm/yyyy', (value) => value.split('-').reverse().join('/'));
/** A date with a time of day. */
export const dateWithTime = changed(
  'date with a time',
  (value, draw) => `${value} ${draw.chance(0.7) ? '00:00:00' : '14:35:00'}`,
);
/** A date some years ahead: a slip of the hand. */
export const ahead = changed('date in the future', (value) => iso(dayOf(value) + 3653));
/** Spaces around the value. */
export const spaces = changed('extra spaces', (value, draw) => (draw.chance(0.5) ? `${value} ` : ` ${value}`));
/** Small letters where the code has capitals. */
export const smallLetters = changed('code in small letters', (value) => value.toLowerCase());
/** An id that no row has. */
export const orphan = changed('key that points nowhere', (value) =>
  value.replace(/\d(?=\d{5})/, '9').replace(/\d{2}$/, '99X'),
);
/** A team that is not among the departments. */
export const unknownTeam = changed('unknown team', (_value, draw) => draw.pick(['T99', 'ZZ1', 'CSC']));
/** A code that is on no list. */
export const unknownCode = changed('unknown code', (_value, draw) => draw.pick(['UNK', 'XX', '99']));
/** Yes and no in other words. */
export const otherYesNo = changed('yes or no spelt otherwise', (value, draw) =>
  value === 'Y' ? draw.pick(['Yes', '1', 'true']) : draw.pick(['No', '0', 'false']),
);

/** The code with its meaning behind it. */
export function withMeaning<T extends TableName>(
  table: T,
  column: ColumnOf<T>,
  rate: number,
  meanings: Readonly<Record<string, string>>,
): Rule {
  return {
    table,
    kind: 'code with its meaning',
    columns: [column],
    rate,
    applies: (cells, at) => text(cells, at[0]) in meanings,
    spoil: (cells, at) => replaced(cells, at[0], `${text(cells, at[0])} - ${meanings[text(cells, at[0])]}`),
  };
}

/** The end comes before the start. The columns are start and end. */
export function endBeforeStart<T extends TableName>(
  table: T,
  columns: readonly [ColumnOf<T>, ColumnOf<T>],
  rate: number,
): Rule {
  return {
    table,
    kind: 'end before start',
    columns,
    rate,
    applies: filled,
    spoil: (cells, at, draw) => replaced(cells, at[1], iso(dayOf(text(cells, at[0])) - draw.whole(1, 40))),
  };
}

/** The row stands twice, the second exactly as the first. */
export function twice(table: TableName, rate: number): Rule {
  return { table, kind: 'row twice', columns: [], rate, spoil: (cells) => [cells, [...cells]] };
}
