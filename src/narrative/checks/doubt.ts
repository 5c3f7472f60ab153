import type { Asked, FactSource } from '../facts/fact.ts';

/** What can be doubtful in what a person wrote. */
export type DoubtCode =
  | 'direction-against-sign'
  | 'judgement-against-direction'
  | 'comparator-contradicted'
  | 'comparator-unknown'
  | 'position-contradicted'
  | 'breakdown-does-not-sum'
  | 'figure-differs'
  | 'percent-of-percentages'
  | 'claim-without-figure'
  | 'token-unknown'
  | 'personal-name';

/** One thing to look at again before a comment is submitted. It is for the eyes of its author: words may be a name. */
export interface Doubt {
  readonly code: DoubtCode;
  /** The words that are doubted, as they stand. */
  readonly words: string;
  /** Where they begin in the plain text, in UTF-16 units from 0. */
  readonly at: number;
  /** What is wrong with them, in a sentence. */
  readonly says: string;
  /** What to do, in a sentence. */
  readonly remedy: string;
}

/** Of which figure a comment is, and what else it may speak of. */
export interface Commented extends Pick<Asked, 'unit' | 'month' | 'previous' | 'since' | 'beside'> {
  readonly source: FactSource;
  /** Null for a comment on a report as a whole: its words are looked at, and no figure is held against them. */
  readonly indicator: string | null;
  /** Other indicators whose figures it may state: those that the indicator is made of or printed with. */
  readonly belonging?: readonly string[];
  /** Names and words that are no person's: of places, bodies and systems, beside units, titles and common words. */
  readonly allowed?: readonly string[];
}
