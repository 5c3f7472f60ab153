/** refused: the row or value was not taken; repaired: taken after a change; suspicious: taken as it is. */
export type Severity = 'refused-row' | 'refused-value' | 'repaired' | 'suspicious';

/** Something wrong, or put right, in what was delivered. */
export interface Finding {
  /** Stable and documented, for example date-unreadable. */
  readonly code: string;
  readonly severity: Severity;
  /** The name of the file as delivered, without its folder. */
  readonly file: string;
  /** The line of the record in the file, the header being 1; null where the finding is about the file or a column. */
  readonly row: number | null;
  readonly column: string | null;
  /** As delivered; masked where the column is personal. */
  readonly value: string | null;
  readonly message: string;
  /** The dataset it touches. */
  readonly dataset: string | null;
}
