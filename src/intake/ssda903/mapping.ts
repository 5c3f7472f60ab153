import type { ReturnFileName } from './files.ts';

/** A column of a dataset, and the columns of the return without which it cannot be told, as FILE.COLUMN. */
export interface MappedColumn {
  readonly value: string;
  readonly needs: readonly `${ReturnFileName}.${string}`[];
}

/** How a return fills one dataset: SQL over its files (one relation each, named as in returnFiles) and what hangs on them. */
export interface Mapping {
  readonly dataset: string;
  /** The files without which there is no table. */
  readonly files: readonly [ReturnFileName, ...ReturnFileName[]];
  /** Files that add to it where they are there. */
  readonly also?: readonly ReturnFileName[];
  /** The return says what happened in the year, not when: the rows are dated on its last day, and tell of that day alone. */
  readonly yearly?: true;
  /** The relation with its joins and conditions, from the word from on. */
  from(): string;
  readonly columns: Readonly<Record<string, MappedColumn>>;
}

/** @example column('e.DECOM', 'episodes.DECOM') */
export function column(value: string, ...needs: MappedColumn['needs']): MappedColumn {
  return { value, needs };
}
