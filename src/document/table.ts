import type { Direction, Movement, Status } from '../judgement/index.ts';
import type { ValueState } from '../measure/index.ts';
import type { FigureKey, Text } from '../narrative/index.ts';

/** A table with real headers: every data cell is under its column headers and beside its row header. */
export interface Table {
  readonly kind: 'table';
  /** Unique in the document: the name of its CSV file and of its range in a workbook. */
  readonly id: string;
  /** What the table holds, in words. */
  readonly caption: string;
  readonly columns: readonly Column[];
  /** Rows of headers above the columns' own, top first: each spans so many columns, empty where label is ''. */
  readonly spanners: readonly (readonly { readonly label: string; readonly span: number }[])[];
  /** Rows in groups, each under a heading that spans the table; one group without a title where there are none. */
  readonly groups: readonly RowGroup[];
  /** Footnotes, by the marks that cells carry. */
  readonly notes: readonly Note[];
}

export interface Column {
  /** Unique in the table; the heading of its CSV column. */
  readonly id: string;
  readonly label: string;
  /** What aligns and how: numbers right, marks centred. */
  readonly kind: 'text' | 'number' | 'status' | 'direction' | 'trend';
  /** Share of the width of a printed table against the other columns; 1 where absent. */
  readonly width?: number;
  /** Whether its cells head their rows. Exactly one column of a table does. */
  readonly heads?: boolean;
}

export interface RowGroup {
  readonly title: string | null;
  readonly rows: readonly Row[];
}

export interface Row {
  /** As many as the table has columns, counting those that a cell spans. */
  readonly cells: readonly Cell[];
  /** A sum or the unit above the others. */
  readonly total?: boolean;
}

export interface Note {
  /** '*', 'a', '1'. */
  readonly mark: string;
  readonly text: string;
}

export type Cell = CellValue & {
  /** How many columns it takes; 1 where absent. */
  readonly span?: number;
  /** The marks of the notes it carries. */
  readonly notes?: readonly string[];
  /** What else is to be said of it, as a word beside it: 'few', 'restated', 'not comparable'. */
  readonly remark?: string;
};

export type CellValue =
  | { readonly kind: 'text'; readonly text: Text }
  /** A number as it is and as it is printed, half up. A percentage is 0 to 100. */
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly text: string;
      readonly decimals: number;
      readonly suffix: '' | '%' | ' days';
      readonly of: FigureKey | null;
    }
  /** No figure, and why in a word or a few: never a blank. */
  | { readonly kind: 'state'; readonly state: Exclude<ValueState, 'value'> | 'none'; readonly text: string }
  /** A word always; a status of null has its reason as the word. The symbol in words: smiling face. */
  | {
      readonly kind: 'status';
      readonly status: Status | null;
      readonly word: string;
      readonly symbol: string | null;
      readonly byPerson: boolean;
    }
  /** Better or worse by polarity, or that the number went up or down; in the report's word. */
  | {
      readonly kind: 'direction';
      readonly direction: Direction | Movement | null;
      readonly good: boolean | null;
      readonly word: string;
    }
  /** A line of the size of a word. Its reading is its text; the values are the figures by period, oldest first. */
  | {
      readonly kind: 'spark';
      readonly values: readonly (number | null)[];
      readonly targets: readonly (number | null)[];
      readonly breaks: readonly number[];
      readonly text: string;
    };

export type StatusCell = Extract<CellValue, { readonly kind: 'status' }>;
export type DirectionCell = Extract<CellValue, { readonly kind: 'direction' }>;
export type SparkCell = Extract<CellValue, { readonly kind: 'spark' }>;
