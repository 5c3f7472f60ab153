import type { Day } from '../../calendar/index.ts';
import type { NotChecked } from './checked-rows.ts';

/** How many findings there are of one code in one column, for one team. */
export interface FindingCount {
  /** Made when the data was read, or by a check between the rows that are loaded. */
  readonly kind: 'load' | 'check';
  readonly code: string;
  readonly severity: string;
  /** Null where it is about a file or the delivery. */
  readonly dataset: string | null;
  readonly column: string | null;
  /** The unit whose rows they are; null where none is known, as of everything found on reading. */
  readonly team: string | null;
  readonly count: number;
}

/** What is wrong with the data of one authority in one state of its extracts. */
export interface QualityState {
  readonly authority: string;
  /** The day that the latest extract speaks for. */
  readonly asAt: Day;
  /** The instant at which the last extract of the state was loaded. */
  readonly loadedAt: string;
  /** The extracts in force, by id. */
  readonly extracts: readonly string[];
  readonly rows: number;
  /** The tables loaded, with the span in which each is complete. */
  readonly tables: readonly {
    readonly dataset: string;
    readonly source: string;
    readonly rows: number;
    /** Null: from the beginning. */
    readonly from: Day | null;
    readonly to: Day;
  }[];
  readonly counts: readonly FindingCount[];
  readonly notChecked: readonly NotChecked[];
}

/** A finding as a line of the list to correct at source. */
export interface ListedFinding {
  readonly authority: string;
  readonly source: string | null;
  readonly kind: FindingCount['kind'];
  readonly code: string;
  readonly severity: string;
  /** Where it was delivered; null of a check. */
  readonly file: string | null;
  readonly row: number | null;
  readonly dataset: string | null;
  readonly column: string | null;
  /** What identifies the row, where a check found it; masked where it is personal, unless asked for. */
  readonly key: string | null;
  readonly person: string | null;
  readonly team: string | null;
  readonly value: string | null;
  readonly message: string;
  readonly remedy: string;
}

/** A row that a check found. */
export interface RowFinding {
  readonly code: string;
  readonly severity: string;
  readonly dataset: string;
  readonly column: string;
  /** What identifies the row in its dataset. */
  readonly key: string | null;
  readonly person: string | null;
  readonly team: string | null;
}

/** Which rows to list; what is absent does not narrow the list. */
export interface RowFilter {
  readonly kind?: FindingCount['kind'];
  readonly code?: string;
  readonly dataset?: string;
  readonly team?: string | null;
}

/** The quality of what is loaded of one authority, now and in the states before. */
export interface Quality {
  readonly current: QualityState;
  /** The states that were checked before, the earliest first. */
  readonly earlier: readonly QualityState[];
  /**
   * The findings one by one, in blocks: those made on reading, then those of checks.
   *
   * @param options unmasked: personal values as they are, for who may see them and has said why
   */
  list(filter?: RowFilter, options?: { readonly unmasked?: boolean }): AsyncIterable<ListedFinding[]>;
}

/** How much of a figure stands on doubtful data. */
export interface Doubts {
  /** The cases of the figure, and those of them with a finding in a column that the indicator needs. */
  readonly cases: number;
  readonly doubtful: number;
  /** By check, the most frequent first; a case may have several. */
  readonly byCode: readonly { readonly code: string; readonly cases: number }[];
  /** Values and rows of the tables it reads, in columns it needs, that were refused or doubtful when they were read. */
  readonly onReading: number;
}
