import type { Month } from '../../calendar/index.ts';
import type { HotspotRule, JudgementSource } from '../../judgement/index.ts';
import type { Case, Unit } from '../../measure/index.ts';
import type { LabelSet } from '../../pack/index.ts';
import type { FigureKey, Text } from '../text.ts';

/** What a fact is about, in the order in which facts are told. */
export const factKinds = [
  'level',
  'absent',
  'few-cases',
  'first-month',
  'month-inside',
  'previous',
  'outturn',
  'since',
  'year-ago',
  'twelve-months',
  'break',
  'record',
  'position',
  'distance',
  'demand',
  'outlook',
  'best',
  'hotspots',
  'contributors',
  'movers',
  'cases',
  'comparator',
] as const;

export type FactKind = (typeof factKinds)[number];

/** How a fact may be shown beside its words: good news, bad news, neither, or that care is wanted in reading. */
export type Tone = 'better' | 'worse' | 'neutral' | 'caution';

/** One thing that the figures say, in a sentence or two that can stand in a report as they are. */
export interface Fact {
  readonly kind: FactKind;
  /** Whole sentences; every figure of an observation in them is a token with its key. */
  readonly text: Text;
  /** The figures that it states, each once. */
  readonly about: readonly FigureKey[];
  readonly tone: Tone;
}

/** Figures and judgements; with units that have names, sentences name them. ReportFigures satisfies it. */
export type FactSource = Omit<JudgementSource, 'units'> & {
  units?(month: Month): readonly Pick<Unit, 'code' | 'name' | 'kind' | 'parent'>[];
  /** The months there may be figures for, in order: records look back to the first; ten years where absent. */
  readonly months?: readonly Month[];
};

/** A figure of others, such as England's, on the scale of the indicator. BesideFigure satisfies it. */
export interface Beside {
  /** Whose figure it is, in words that can stand in a sentence: England, statistical neighbours. */
  readonly label: string;
  /** The period that it covers, as published. */
  readonly period: string;
  /** Null where there is none. */
  readonly value: number | null;
}

/** The lists behind the figure of the month and behind that of an earlier one. */
export interface CasesThen {
  readonly since: Month;
  readonly now: readonly Case[];
  readonly before: readonly Case[];
}

/** Of which figure facts are wanted, and what it may be set beside. */
export interface Asked {
  readonly indicator: string;
  readonly unit: string;
  readonly month: Month;
  /** The month of the report before; the month before where absent. */
  readonly previous?: Month;
  /** A month more since which the movement of the figure, and that of units, is told: the month before where absent. */
  readonly since?: Month;
  /** The units that are set beside each other and whose share in a change is told, such as the teams under this one. */
  readonly units?: readonly string[];
  /** Which of the units are hotspots. No fact on best units and hotspots without it. */
  readonly hotspots?: HotspotRule;
  /** How many of the largest movers among the units are told, of a measure of demand; 1 where absent. */
  readonly movers?: number;
  readonly beside?: readonly Beside[];
  readonly cases?: CasesThen;
  /** The words of the report for statuses; plain ones where absent. */
  readonly labels?: LabelSet;
  /** Which facts are wanted; all where absent. */
  readonly kinds?: readonly FactKind[];
}
