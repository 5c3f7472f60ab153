import { relationOf } from './read-lists.ts';

/** A column of a dataset, and the columns of the lists without which it cannot be told, as NUMBER.HEADING. */
export interface MappedColumn {
  readonly value: string;
  readonly needs: readonly string[];
  /** Whether words that have no code serve as well. */
  readonly inWords: boolean;
}

/** How the lists fill one dataset. */
export interface AnnexMapping {
  readonly dataset: string;
  /** There is a table where one of these lists is. */
  readonly lists: readonly number[];
  /**
   * Since when the table is complete. `six-months`: the list holds what happened, or was open at any time, in the six months
   * up to the as-at date; `as-at`: it holds only the latest of its kind, so it speaks for the as-at date alone; `ever`: it is
   * no history.
   */
  readonly window: 'six-months' | 'as-at' | 'ever';
  /** The relation with its joins and conditions, from the word from on. */
  readonly from: string;
  readonly columns: Readonly<Record<string, MappedColumn>>;
}

/** @example column('l."Date of Contact"', '1.Date of Contact') */
export function column(value: string, ...needs: readonly string[]): MappedColumn {
  return { value, needs, inWords: false };
}

/** A heading of a list as a column of a dataset, as it stands there. */
export function as(list: number, heading: string): MappedColumn {
  return column(`l."${heading}"`, `${list}.${heading}`);
}

/** The same for a text, which may stay in words. */
export function asWords(list: number, heading: string): MappedColumn {
  return { ...as(list, heading), inWords: true };
}

/** A yes or no; anything else is unknown. */
export function asFlag(list: number, heading: string): MappedColumn {
  return column(`case l."${heading}" when 'Y' then true when 'N' then false end`, `${list}.${heading}`);
}

export const child = 'Child Unique ID';

/** The child of a row. */
export function person(list: number): MappedColumn {
  return as(list, child);
}

/**
 * The rows of a list as `l`, each with `_id`: child, day, and a number for rows of one child and day. The lists have no ids
 * of their own; so made, a row keeps its id from one workbook to the next.
 */
export function numbered(list: number, day: string, where = 'true'): string {
  return `from (select *, "${child}" || '|' || coalesce("${day}"::varchar, '') || '|' ||
      row_number() over (partition by "${child}", "${day}" order by _line) as _id
    from ${relationOf(list)} where ${where}) l`;
}

export function id(list: number, ...headings: readonly string[]): MappedColumn {
  return column('l._id', `${list}.${child}`, ...headings.map((heading) => `${list}.${heading}`));
}
