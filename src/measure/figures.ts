import type { Day, Month } from '../calendar/types.ts';
import type { Pack, UnitRow } from '../pack/model.ts';
import type { DueChange, DueList } from './due/index.ts';
import type { Case, Observation } from './observation.ts';
import type { Doubts, Quality } from './quality/index.ts';

/** The unit under which cases without a team stand. */
export const notAttributed = 'not-attributed';

/** A unit of the organisation, at one month. */
export interface Unit {
  /** As written everywhere outside: the team's code, or AUTHORITY/CODE where several authorities are shown. */
  readonly code: string;
  readonly name: string;
  readonly kind: UnitRow['kind'] | 'not-attributed';
  /** Null for an authority. */
  readonly parent: string | null;
}

/** The list behind a figure. */
export interface CaseList {
  readonly indicator: string;
  readonly unit: string;
  readonly month: Month;
  /** The indicator's list columns, named as in its relation. */
  readonly columns: readonly string[];
  readonly cases: readonly Case[];
}

/** The lists of some indicators in one month, made ready once. Whoever opened them closes them. */
export interface MonthLists {
  cases(indicator: string, unit: string): Promise<CaseList>;
  /** As `Figures.recorded`. */
  recorded(indicator: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
  close(): void;
}

/** What is loaded, seen through a pack: all that pages and commands read. Reading a figure never recomputes it. */
export interface Figures {
  readonly pack: Pack;
  /** Last day the extracts speak for. */
  readonly asAt: Day;
  /** Whether every extract is synthetic. */
  readonly synthetic: boolean;
  /** When and from what the figures were made, in words for a page's foot. */
  readonly sources: readonly {
    readonly source: string;
    readonly format: string;
    readonly loadedAt: string;
    readonly asAt: Day;
    readonly findings: number;
    /** How many returns it was made one from; absent of a single delivery. */
    readonly returns?: number;
  }[];
  /** The months there are figures for, in order. */
  readonly months: readonly Month[];
  /** Authority first, each unit after its parent, siblings by name. */
  units(month: Month): readonly Unit[];
  /**
   * The code of the authority whose extract holds a unit, which published statistics may know it by; null for a unit of
   * none. Where it is absent, the authority's own unit has that code.
   */
  authorityOf?(unit: string): string | null;
  /** Undefined for an indicator, unit or month there is no figure for. */
  observation(indicator: string, unit: string, month: Month): Observation | undefined;
  cases(indicator: string, unit: string, month: Month): Promise<CaseList>;
  /**
   * Which ids of cases are among the rows that an indicator reads for a month, whether they count or not; absent where
   * there are no rows.
   */
  recorded?(indicator: string, unit: string, month: Month, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** For those who ask for many lists of one month; absent where they are read one by one. */
  lists?(month: Month, indicators: readonly string[]): Promise<MonthLists>;
  /** The work that waits for a day in a unit and below it; absent where figures are not counted from cases. */
  due?(unit: string): Promise<DueList>;
  /** What became of that work since the extract before; null where there is none before. */
  dueChange?(unit: string): Promise<DueChange | null>;
  /** What is wrong with the data, by authority; absent where there is no data folder behind the figures. */
  quality?(): Promise<readonly Quality[]>;
  /** How much of a figure stands on doubtful data; null where nothing can be said. */
  doubts?(indicator: string, unit: string, month: Month): Promise<Doubts | null>;
}
