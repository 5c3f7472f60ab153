import type { Definition } from '../../pack/index.ts';
import type { Observation } from '../observation.ts';

/** What late work does to the figure it belongs to. */
export interface DueEffect {
  /** How: it is not among those in time; it is among those that are too many; it is one more of a number. */
  readonly how: 'out-of-numerator' | 'into-numerator' | 'counted';
  /**
   * How far one case, late rather than in time, moves the figure, on its own scale (percentage points of a percentage);
   * null where there is no figure to move.
   */
  readonly swing: number | null;
}

/**
 * @param observation the present figure of the unit. Events that are yet to come join its denominator, cases of a state
 *   are in it already; so it is exact for a state, and for the next event
 */
export function effectOf(definition: Definition, observation: Observation | undefined): DueEffect {
  const { measuredIn, polarity, cases } = definition;
  if (measuredIn === 'count') return { how: 'counted', swing: 1 };
  const how = polarity === 'lower' ? 'into-numerator' : 'out-of-numerator';
  if (measuredIn !== 'percent' || observation?.denominator == null) return { how, swing: null };
  const among = cases?.on === undefined ? observation.denominator : observation.denominator + 1;
  return { how, swing: among === 0 ? null : 100 / among };
}
