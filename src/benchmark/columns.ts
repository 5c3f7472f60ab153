import { isPublishedNumber, readCell } from './symbols.ts';

/** Columns that say when and where; the rest are categories and figures. */
export const placeColumns = [
  'time_period',
  'time_identifier',
  'geographic_level',
  'country_code',
  'country_name',
  'region_code',
  'region_name',
  'old_la_code',
  'new_la_code',
  'la_name',
] as const;

/** The word for everything in a column of categories; All in older files. */
const wholes = new Set(['total', 'all']);

const distinctKept = 300;
const wrongKept = 50;

/** What stands in one column that is not a place column, gathered while its file is read once. */
export interface ColumnSeen {
  readonly name: string;
  numbers: number;
  symbols: number;
  blanks: number;
  words: number;
  /** Of the words, those that are numbers in dress: 1,234 or 12%. */
  dressed: number;
  /** Distinct texts, up to a limit. */
  readonly values: Set<string>;
  /** The first texts that are neither numbers nor symbols. */
  readonly wrong: { line: number; text: string }[];
}

export function newColumn(name: string): ColumnSeen {
  return { name, numbers: 0, symbols: 0, blanks: 0, words: 0, dressed: 0, values: new Set(), wrong: [] };
}

export function lookAt(column: ColumnSeen, raw: string, line: number): void {
  const text = raw.trim();
  if (column.values.size < distinctKept) column.values.add(text);
  if (isPublishedNumber(text)) column.numbers += 1;
  else if (text === '') column.blanks += 1;
  else if (readCell(text)) column.symbols += 1;
  else {
    column.words += 1;
    if (/^£?-?\d{1,3}(,?\d{3})*(\.\d+)?\s*%?$/.test(text)) column.dressed += 1;
    if (column.wrong.length < wrongKept) column.wrong.push({ line, text });
  }
}

export type ColumnKind = 'filter' | 'figures' | 'empty';

/**
 * Whether a column holds categories or figures. The description of the table decides where there is one. Else: figures
 * where most of what stands there is meant as a number or is a symbol, unless every hundredth row or more is a category
 * for everything (Total, All), as in a column of ages in years.
 */
export function kindOf(column: ColumnSeen, described: 'filter' | 'indicator' | undefined): ColumnKind {
  if (described === 'filter') return 'filter';
  if (described === 'indicator') return 'figures';
  const { numbers, symbols, words, dressed, values } = column;
  const all = numbers + symbols + words;
  if (all === 0) return 'empty';
  const hasWhole = [...values].some((value) => wholes.has(value.toLowerCase()));
  if (hasWhole && words * 100 >= all) return 'filter';
  return numbers + symbols + dressed > words - dressed ? 'figures' : 'filter';
}

/** Whether a category stands for everything: Total, or All in older files. */
export function isWhole(value: string): boolean {
  return wholes.has(value.trim().toLowerCase()) || / total$/i.test(value.trim());
}
