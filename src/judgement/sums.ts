import { type Month, monthEnd } from '../calendar/index.ts';
import type { Observation } from '../measure/index.ts';
import { versionAt } from '../pack/index.ts';
import type { Exact } from './exact.ts';
import { add, exact } from './exact.ts';
import type { JudgementSource } from './source.ts';

/** What a figure is made of: cases in the numerator and in the denominator. A count has no denominator. */
export interface Sums {
  readonly numerator: Exact;
  readonly denominator: Exact | null;
}

/** The sums of an observation; null without a numerator, or without a denominator where the measure has one. */
export function sumsOf(observation: Observation | undefined, isCount: boolean): Sums | null {
  if (observation === undefined || observation.numerator === null) return null;
  if (observation.state !== 'value' && observation.state !== 'no-cases') return null;
  if (isCount) return { numerator: exact(observation.numerator), denominator: null };
  if (observation.denominator === null) return null;
  return { numerator: exact(observation.numerator), denominator: exact(observation.denominator) };
}

/** The sums of one indicator, unit and month. */
export function sumsIn(source: JudgementSource, indicatorId: string, unit: string, month: Month): Sums | null {
  const indicator = source.pack.indicators.get(indicatorId);
  if (indicator === undefined) return null;
  const { measuredIn } = versionAt(indicator, monthEnd(month)).definition;
  return sumsOf(source.observation(indicatorId, unit, month), measuredIn === 'count');
}

export function addSums(a: Sums, b: Sums): Sums {
  return {
    numerator: add(a.numerator, b.numerator),
    denominator: a.denominator === null || b.denominator === null ? null : add(a.denominator, b.denominator),
  };
}
