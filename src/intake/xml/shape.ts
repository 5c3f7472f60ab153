/** The rows of one raw table, and where in the file they stand. Names are matched without regard to case or prefix. */
export interface XmlTable {
  readonly name: string;
  /** Paths below the unit of the elements that are rows, as `HEADER/AREVIEW`; empty: the unit itself. */
  readonly at: readonly string[];
  /** Column to the path of an element below the row's; `.` is the text of the row's own element. */
  readonly columns: Readonly<Record<string, string>>;
  /** Path below the row's element of a yes or no: a no means that there is no such row, however it is marked. */
  readonly flag?: string;
  /** Column to a path below the unit, for what an element around the row says of it. */
  readonly inherited?: Readonly<Record<string, string>>;
  /** Column to the element around the row whose number it carries: 0 the unit, 1 the row element inside it, and so on. */
  readonly numbers?: Readonly<Record<string, number>>;
}

/** An element that is read whole before its rows are written, as a child with all that hangs on it. */
export interface XmlUnit {
  /** Its path in the file, the root included, as `Message/Children/Child`. */
  readonly path: string;
  readonly tables: readonly XmlTable[];
  /** Paths below it of elements that the standard knows and no table reads. */
  readonly unread?: readonly string[];
}

/** How an XML standard becomes raw tables. Plain data: it is handed to another process. */
export interface XmlShape {
  readonly title: string;
  readonly units: readonly XmlUnit[];
}

/** The column of every raw table that holds the line on which the row's element begins. */
export const lineColumn = '_line';

/** The file of what was passed over, beside those of the raw tables. */
export const notesFile = '_notes';

/** The headings of a raw table: the line, then its columns. */
export function headingsOf({ columns, inherited, numbers }: XmlTable): string[] {
  return [lineColumn, ...[columns, inherited ?? {}, numbers ?? {}].flatMap((part) => Object.keys(part))];
}
