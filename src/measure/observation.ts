/** A figure is one of these, never a blank. */
export type ValueState = 'value' | 'no-cases' | 'no-denominator' | 'not-collected' | 'suppressed';

/**
 * One indicator of one unit in one month. The sums are exact: whole numbers, or FTE with at most four decimals.
 * A count has its number in numerator; a rate has the population in denominator, or null without one.
 */
export interface Observation {
  readonly indicator: string;
  readonly unit: string;
  /** YYYY-MM; D is its last day. */
  readonly month: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Unrounded, on the scale of its unit of measure (percent 0 to 100); null in every state but value. */
  readonly value: number | null;
  readonly state: ValueState;
  /** Why there is no value, in words; null with a value. */
  readonly reason: string | null;
  /** Of a rate: the year of the mid-year estimate that is its denominator. */
  readonly populationYear?: number;
}

/** One case behind a figure. The figure is the sum of the weights. */
export interface Case {
  readonly caseId: string;
  readonly unit: string;
  readonly date: string;
  readonly inNumerator: boolean;
  readonly weight: number;
  /** The indicator's list columns, in its order. */
  readonly columns: readonly (string | number | boolean | null)[];
}
