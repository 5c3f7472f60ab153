import type { Day, Month } from '../calendar/index.ts';
import type { Finding } from '../document/index.ts';
import type { Unit } from '../measure/index.ts';
import type { Comment as GivenComment, Report } from '../pack/index.ts';
import type { ApprovalVersion, Comment } from '../store/index.ts';

/** How far the figures of a month are. */
export interface FiguresState {
  /** The last day that the data speaks for. */
  readonly asAt: Day;
  /** Whether there is any figure of the unit and month. */
  readonly any: boolean;
  /** What the checks named in `blocked-by` have found in the unit: rows by check. */
  readonly blockers: readonly { readonly check: string; readonly title: string; readonly rows: number }[];
}

/** Something that a report may be commented on. */
export interface PlaceForWords {
  /** Null: the report as a whole. */
  readonly indicator: string | null;
  readonly title: string;
  /** The role that answers for it; null where the report names none. */
  readonly owner: string | null;
  /** The headings to write under. */
  readonly headings: readonly string[];
  /** Why a comment is required, as a sentence; null where none is. */
  readonly required: string | null;
}

/** All that is to be known of a report, month and unit to say where it stands. */
export interface CycleAsked {
  readonly report: Report;
  readonly month: Month;
  readonly unit: Unit;
  /** Those of the month. */
  readonly units: readonly Unit[];
  /** The number of the first month of the financial year. */
  readonly financialYearStart: number;
  readonly today: Day;
  readonly figures: FiguresState;
  /** What the report may be commented on, for the unit. */
  readonly places: readonly PlaceForWords[];
  /** Comments that the pack gives for the report, month and unit: they need no approval. */
  readonly given: readonly Pick<GivenComment, 'indicator' | 'heading'>[];
  /** Comments of the report and month as they stand, of every unit. */
  readonly comments: readonly Comment[];
  /** What the checks before issue find, with approved comments in place. */
  readonly findings: readonly Finding[];
  /** As they stand, of every unit. */
  readonly approvals: readonly ApprovalVersion[];
  /** The edition in force; null where it is not published. */
  readonly edition: { readonly number: number; readonly on: Day } | null;
}
