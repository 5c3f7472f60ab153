import type { Month } from '../calendar/index.ts';
import type { Definition } from '../pack/index.ts';

/** What a chart is about, said under it in this order. */
export interface Caption {
  /** What is measured and how: 'Percentage, year to date'. */
  readonly measure: string;
  readonly area: string;
  /** 'November 2024 to October 2026'. */
  readonly period: string;
  readonly source: string;
  /** Sentences to know before reading: a rule, a caveat, a change not yet in the data. */
  readonly notes?: readonly string[];
}

/** What every chart's data have beside the figures. Plain JSON: no dates, no functions; months are 'YYYY-MM'. */
export interface ChartData {
  readonly caption: Caption;
  /** At most ten words that say what is seen, where the chart's own will not do. */
  readonly title?: string;
  /** The reading in words, where the chart's own will not do. */
  readonly alt?: string;
}

/** What a chart's figures are measured in, and with how many decimals they print. */
export interface Scale {
  readonly measuredIn: Definition['measuredIn'];
  readonly decimals: number;
}

/** The periods of a chart over time, oldest first. */
export interface Periods {
  /** The month of each, or its last month: 'YYYY-MM'. */
  readonly months: readonly Month[];
  /** What each is called where it is no month: 'Q1 2026/27', '2023/24'. */
  readonly periods?: readonly string[];
}

/** A period from which figures do not compare with those before, and what changed. */
export interface Break {
  readonly index: number;
  readonly label: string;
}

/** A figure that may still change, one that has changed since it was published, one of few cases. */
export type Mark = 'provisional' | 'restated' | 'few';

export interface PointMark {
  readonly index: number;
  readonly mark: Mark;
}

export interface Tolerance {
  readonly label: string;
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

/** A named line, and why its figure is missing where it is. */
export interface NamedSeries {
  readonly name: string;
  /** One value a period, oldest first; null where there is none. */
  readonly values: readonly (number | null)[];
  /** Why there is none, by period: 'suppressed', 'not collected'. */
  readonly missing?: readonly (string | null)[];
  /** Reckoned as the main figure is, so that it is broken where that is; a published figure is not. */
  readonly breaksToo?: boolean;
}

/** One figure over time, with what it is held to. Plain JSON. */
export interface TrendData extends ChartData, Periods {
  readonly kind: 'trend';
  readonly scale: Scale;
  readonly main: NamedSeries;
  /** Up to three, named at their ends: a larger unit, neighbours, the nation. */
  readonly benchmarks?: readonly NamedSeries[];
  /** By period, what is aimed at; with `targetHigh` the lower end of a range. */
  readonly target?: readonly (number | null)[];
  readonly targetHigh?: readonly (number | null)[];
  readonly amber?: readonly (number | null)[];
  /** Both ends of what is still well on either side of the target, by period. */
  readonly tolerance?: Tolerance;
  readonly breaks?: readonly Break[];
  readonly marks?: readonly PointMark[];
  /** Both ends of the scale; from the figures where absent. */
  readonly range?: readonly [number, number];
}

/** Points that share their limits. */
export interface LimitsDrawn {
  readonly from: number;
  /** One past the last point. */
  readonly to: number;
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** Few points: the edges of the band are drawn dashed. */
  readonly isTrial: boolean;
}

/** Points with the limits of their usual range. Plain JSON; what is a signal is judged elsewhere. */
export interface ProcessData extends ChartData, Periods {
  readonly kind: 'process';
  readonly scale: Scale;
  readonly points: readonly (number | null)[];
  readonly missing?: readonly (string | null)[];
  readonly limits: readonly LimitsDrawn[];
  /** By point: what it signals in words, empty where it is within what is usual. */
  readonly signals: readonly string[];
  /** By period; absent where the target is not one for a single point. */
  readonly targets?: readonly (number | null)[];
  /** Periods from which limits are taken anew. */
  readonly breaks?: readonly Break[];
  readonly range?: readonly [number, number];
}

export interface UnitBar {
  readonly label: string;
  /** Null where there is no figure; then `missing` says why. */
  readonly value: number | null;
  readonly missing?: string;
  /** What it rests on: 'of 612'. */
  readonly note?: string;
  /** The one a page is about, where the others are there to compare. */
  readonly own?: boolean;
}

/** One figure over units, with the line of the larger one. Plain JSON; drawn in the order given. */
export interface BarsData extends ChartData {
  readonly kind: 'bars';
  readonly scale: Scale;
  readonly bars: readonly UnitBar[];
  /** What the units are: 'teams'. */
  readonly things?: string;
  /** The unit above them all. */
  readonly reference?: { readonly label: string; readonly value: number };
}

export interface StackedRow {
  /** A unit or a period: 'North', '2025/26'. */
  readonly label: string;
  /** How many in each category, in order; null where that is not known or not shown. */
  readonly amounts: readonly (number | null)[];
  /** Why there is no bar where there is none: 'suppressed'. */
  readonly missing?: string;
  /** The one a page is about. */
  readonly own?: boolean;
}

/** How each unit or period divides into grades or bands. Plain JSON. */
export interface StackedData extends ChartData {
  readonly kind: 'stacked';
  /** In their own order; at most six. */
  readonly categories: readonly string[];
  readonly rows: readonly StackedRow[];
  /** What the rows are: 'Team', 'Year'. */
  readonly rowsAre: string;
  /** What the amounts count: 'children'. Absent where the amounts are shares already and no count is known. */
  readonly of?: string;
  /** Decimals of the shares; none where absent. */
  readonly decimals?: number;
}

export interface CombinedSeries {
  readonly name: string;
  /** One value a period, oldest first; null where there is none. */
  readonly values: readonly (number | null)[];
  /** Why there is none, by period. */
  readonly missing?: readonly (string | null)[];
  /** At most one is bars, the others lines over them. */
  readonly as?: 'line' | 'bars';
}

/** Up to four figures measured alike, over the same periods. Plain JSON. */
export interface CombinedData extends ChartData, Periods {
  readonly kind: 'combined';
  readonly scale: Scale;
  readonly series: readonly CombinedSeries[];
  readonly breaks?: readonly Break[];
  readonly range?: readonly [number, number];
}

export interface FunnelUnit {
  readonly label: string;
  /** Cases or population it rests on; null or 0 where there are none to speak of. */
  readonly size: number | null;
  /** How many of them count; null where that is not shown. */
  readonly cases: number | null;
  /** Why it is not drawn. */
  readonly missing?: string;
}

/** Units by size and figure. Plain JSON; a percentage or a rate, for each of which cases and size are known. */
export interface FunnelData extends ChartData {
  readonly kind: 'funnel';
  readonly scale: Scale;
  readonly units: readonly FunnelUnit[];
  /** What the units are: 'teams'. */
  readonly things?: string;
  /** What the size of a unit is: 'Assessments completed'. */
  readonly sizeLabel: string;
  /** The figure to compare with, and its name; all units together where absent. */
  readonly centre?: { readonly label: string; readonly value: number };
}

/** A line the size of a word. Plain JSON. */
export interface SparkData extends ChartData, Periods {
  readonly kind: 'spark';
  readonly scale: Scale;
  readonly values: readonly (number | null)[];
  readonly missing?: readonly (string | null)[];
  readonly targets?: readonly (number | null)[];
  /** Indexes of the periods from which figures no longer compare with those before. */
  readonly breaks?: readonly number[];
}

/** The data of any chart, told apart by `kind`: what a document holds. */
export type AnyChartData = TrendData | ProcessData | BarsData | StackedData | CombinedData | FunnelData | SparkData;
