/** How a cell looks; what is not said is plain. */
export interface Style {
  readonly font?: 'title' | 'heading' | 'bold' | 'quiet' | 'link';
  readonly fill?: 'header' | 'group' | 'notice' | 'met' | 'near' | 'away';
  readonly align?: 'left' | 'center' | 'right';
  readonly border?: 'hair' | 'under';
  readonly wrap?: boolean;
  /** The code of a number format. */
  readonly format?: string;
}

export interface SheetCell {
  readonly value: string | number | null;
  readonly style: Style;
  /** Where it leads in the workbook: 'Summary'!A1. */
  readonly link?: string;
}

export interface SheetRow {
  readonly cells: readonly SheetCell[];
  /** In points, where the spreadsheet could not find it itself: words over merged cells. */
  readonly height?: number;
}

/** Where a table stands on its sheet, rows and columns from 0. */
export interface TablePlace {
  readonly id: string;
  readonly caption: string;
  /** The first row of its headers and the one after the last. */
  readonly header: { readonly from: number; readonly to: number };
  /** The row after its last. */
  readonly end: number;
  readonly columns: number;
  /** Columns up to and with the one that heads the rows. */
  readonly heads: number;
}

export interface Sheet {
  readonly name: string;
  readonly landscape: boolean;
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly SheetRow[];
  /** Ranges of merged cells: rows and columns from 0, the last with them. */
  readonly merges: readonly Merge[];
  readonly tables: readonly TablePlace[];
}

export interface Merge {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}
