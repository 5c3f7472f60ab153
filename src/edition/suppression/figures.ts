import type { Month } from '../../calendar/index.ts';
import type { Definition } from '../../pack/index.ts';

/** What of a figure can be printed. Of a count the value is the numerator again. */
export type FigurePart = 'numerator' | 'denominator' | 'value';

/** How the figures of an indicator are worked out and printed: all that a reader knows who tries to undo them. */
export interface Measure {
  readonly measuredIn: Definition['measuredIn'];
  readonly decimals: number;
  /** A figure for the year so far holds that of the months before it. */
  readonly isYearToDate: boolean;
}

/** One indicator of one unit in one month as it is, whether or not it may be seen. */
export interface CountedFigure {
  readonly indicator: string;
  readonly unit: string;
  /** The unit that its cases are counted in again; null of the highest. */
  readonly parent: string | null;
  readonly month: Month;
  readonly numerator: number | null;
  /** Of a rate the population, which everybody knows; of a count null. */
  readonly denominator: number | null;
  /** What the document says of it, wherever: in a table, a chart or a sentence. None of a figure that only others rest on. */
  readonly printed: readonly FigurePart[];
}

/** Figures that went out together: those to be published now, or those of an earlier edition. */
export interface PublishedTogether {
  /** How a fault names it: 'this edition', 'edition 3'. */
  readonly name: string;
  readonly figures: readonly CountedFigure[];
}

export interface EarlierTogether extends PublishedTogether {
  /** What was suppressed in it, by `partName`. */
  readonly suppressed: ReadonlySet<string>;
}

/** What a sum of parts is known to lie between in every unit and month: grades less their total add up to nothing. */
export interface KnownSum {
  /** In words, for a fault: 'the grades of inspections'. */
  readonly name: string;
  readonly low: number;
  /** Infinity where nothing is known. */
  readonly high: number;
  readonly terms: readonly {
    readonly indicator: string;
    readonly part: 'numerator' | 'denominator';
    readonly times: number;
  }[];
}

/** All that decides what is suppressed. Nothing else is read. */
export interface Publication {
  readonly measures: ReadonlyMap<string, Measure>;
  /** The first month of a financial year, 1 to 12. */
  readonly financialYearStart: number;
  readonly now: PublishedTogether;
  /** Newest first; as many as are considered. */
  readonly earlier: readonly EarlierTogether[];
  readonly sums: readonly KnownSum[];
}

export interface SuppressionSettings {
  /** Counts from 1 to this are suppressed. */
  readonly threshold: 5 | 10;
  /** Counts that are shown are rounded to the nearest so many; null shows them as they are. */
  readonly roundTo: 5 | 10 | null;
  /** What is not enough cover: a single number, or any range of a small count that is narrower than the threshold. */
  readonly cover: 'two-numbers' | 'threshold';
  /** Whether what was added to a year so far between two months is a count to be guarded like any other. */
  readonly guardMonths: boolean;
  /** How many earlier editions are considered. */
  readonly editions: number;
}

export const usualSettings: SuppressionSettings = {
  threshold: 5,
  roundTo: null,
  cover: 'two-numbers',
  guardMonths: true,
  editions: 24,
};

/** Names one part of a figure. */
export const partName = (indicator: string, unit: string, month: Month, part: FigurePart): string =>
  `${indicator}|${unit}|${month}|${part}`;

/** What is suppressed, by `partName`, and why: the count itself is small, or another could be had from it. */
export type Suppressed = ReadonlyMap<string, 'small' | 'guards'>;

/** A count that a reader could work out, or that could not be shown to be safe from it. */
export interface Disclosure {
  /** What it is of: by `partName`, or in words for a count that is printed nowhere. */
  readonly of: string;
  readonly indicator: string;
  readonly unit: string;
  readonly month: Month;
  /** The narrowest range that it is known to lie in; no highest number where there is none. */
  readonly range: readonly [number, number];
  /** In words: what it follows from. */
  readonly because: readonly string[];
}
