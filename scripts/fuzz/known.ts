/**
 * A record of an input, as a reader knows it that shares no code with the product: simple, and honest about what it cannot
 * tell.
 */
export interface Known {
  /** Where findings may place it, counted in different ways where line ends are mixed. */
  readonly rows: readonly number[];
  readonly marks: readonly string[];
  /** Whether it may go without a finding, as the documents say: a row of the template of figures without a figure. */
  readonly quiet?: boolean;
}

/** What stands in one file, one sheet of a workbook, or one kind of element. */
export interface KnownPart {
  /** As findings call the file; null: the reader could not tell. */
  readonly file: string | null;
  readonly records: readonly Known[];
  /** Whether the records are counted for certain, so that none may be missing; else their marks alone are looked for. */
  readonly exact: boolean;
  /** Whether every column has kept its heading, so that a mark must be where it was. */
  readonly whole: boolean;
  /** The table that the product reads it into, where that is certain. */
  readonly table?: string;
}
