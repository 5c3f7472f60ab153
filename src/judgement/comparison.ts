import { type Month, monthEnd } from '../calendar/index.ts';
import type { Observation } from '../measure/index.ts';
import type { Version } from '../pack/index.ts';
import { breakBetween, versionAt } from '../pack/index.ts';
import { direction, movement } from './direction.ts';
import type { Exact } from './exact.ts';
import { figure } from './figure.ts';
import type { Judgement } from './judgement.ts';
import type { JudgementSource } from './source.ts';
import type { Direction, Movement } from './types.ts';

/** An earlier figure that this one is set beside. */
export interface Comparison {
  readonly month: Month;
  readonly observation: Observation | undefined;
  /** The exact figure; null where that month has none. */
  readonly figure: Exact | null;
  /** Null for an activity measure, a missing figure, or across a break in series. */
  readonly direction: Direction | null;
  /** Which way the number went; null for a missing figure or across a break in series. */
  readonly movement: Movement | null;
  /** The version that began between the two months and does not compare; null where they compare. */
  readonly brokenBy: Version | null;
}

/** Sets a figure beside that of an earlier month. */
export function compareWith(
  source: JudgementSource,
  now: Pick<Judgement, 'indicator' | 'unit' | 'month' | 'definition' | 'figure' | 'target'>,
  earlier: Month,
): Comparison {
  const { indicator, unit, month, definition, figure: figureNow, target } = now;
  const observation = source.observation(indicator.id, unit, earlier);
  const before = figure(observation, versionAt(indicator, monthEnd(earlier)).definition.measuredIn);
  const brokenBy = breakBetween(indicator, monthEnd(earlier), monthEnd(month));
  const comparable = brokenBy === null;
  return {
    month: earlier,
    observation,
    figure: before,
    direction: comparable ? direction(definition.polarity, figureNow, before, target) : null,
    movement: comparable ? movement(figureNow, before) : null,
    brokenBy,
  };
}
