import type { Day, Month } from '../../calendar/index.ts';
import type { JudgementSource } from '../../judgement/index.ts';
import type { Figures, Observation } from '../../measure/index.ts';
import type { Comment, Pack, Report } from '../../pack/index.ts';

/** A figure of others that an indicator is set beside, whoever publishes it. */
export interface BesideFigure {
  /** england, neighbours-mean, region, or a name of the pack's own. */
  readonly group: string;
  /** Whose figure it is, in words that can stand in a report. */
  readonly label: string;
  /** The period that it covers, which is printed with it. */
  readonly period: string;
  /** On the scale of the indicator; null where there is none. */
  readonly value: number | null;
  /** A word on its standing, or why there is none. */
  readonly mark: string | null;
  readonly notes: readonly string[];
  readonly source: string | null;
  /** Given by the pack, on whatever terms, and not read from published statistics. */
  readonly given?: true;
}

/** How many rows of the data are doubtful, by what is wrong with them. */
export interface DataFault {
  readonly title: string;
  readonly says: string;
  readonly severity: string;
  readonly count: number;
}

/** A figure that was published and is another one today. */
export interface RestatedFigure {
  readonly indicator: string;
  readonly unit: string;
  readonly month: Month;
  /** The number of the edition that published it. */
  readonly edition: number;
  readonly published: Observation;
  /** Undefined where there is no such figure any more. */
  readonly now: Observation | undefined;
  /** Why, in counts of cases: 2 cases recorded late (+2). */
  readonly reasons: readonly string[];
}

/** The figures a report is made from. */
export type ReportFigures = Pick<Figures, 'asAt' | 'synthetic' | 'sources' | 'months' | 'units' | 'observation'> &
  JudgementSource & { readonly pack: Pack };

/** All that a report is made from. Nothing else is read: the same input gives the same tree. */
export interface ReportInput {
  readonly figures: ReportFigures;
  readonly report: Report;
  readonly unit: string;
  readonly month: Month;
  /** What an indicator of the unit is set beside in a month, published figures first. */
  readonly beside: (indicator: string, month: Month) => readonly BesideFigure[];
  /** What people have written; those of the pack and of the store together. */
  readonly comments: readonly Comment[];
  /** What is wrong with the data, where that is known. */
  readonly faults: readonly DataFault[] | null;
  /** The day the last edition was published on: changes since then are told. Null: those of the financial year. */
  readonly lastEdition: Day | null;
  /** What was published before and is another figure today; absent where nothing has been published. */
  readonly restatements?: readonly RestatedFigure[];
}
