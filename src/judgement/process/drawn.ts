import type { Definition } from '../../pack/index.ts';
import { exact, toNumber } from '../exact.ts';
import { bounded } from '../trajectory/index.ts';
import type { ProcessLimits, ProcessSettings } from './limits.ts';
import type { ProcessView } from './process-view.ts';
import type { Signal } from './signals.ts';

/** Limits as they can be drawn: no share is below 0 or above 100. */
export interface BoundedLimits extends Pick<ProcessLimits, 'mean' | 'lower' | 'upper' | 'isTrial'> {
  readonly from: number;
  /** One past the last point. */
  readonly to: number;
}

/** The limits of each stretch of points that has them, within what the measure can be. */
export function boundedLimits(
  { stretches }: Pick<ProcessView, 'stretches'>,
  measuredIn: Definition['measuredIn'],
): BoundedLimits[] {
  const within = (value: number): number => toNumber(bounded(exact(value), measuredIn));
  return stretches.flatMap(({ from, to, limits }): BoundedLimits[] => {
    if (limits === null) return [];
    const { mean, lower, upper, isTrial } = limits;
    return [{ from, to, mean, lower: within(lower), upper: within(upper), isTrial }];
  });
}

/** A signal as part of a sentence about a point. */
export function signalWords({ kind, way }: Signal, { run, trend }: ProcessSettings): string {
  const isHigh = way === 'high';
  switch (kind) {
    case 'beyond-limit':
      return `it is ${isHigh ? 'above' : 'below'} the usual range`;
    case 'run':
      return `it is one of ${run} or more in a row ${isHigh ? 'above' : 'below'} the mean`;
    case 'trend':
      return `it is one of ${trend} or more in a row that ${isHigh ? 'rise' : 'fall'}`;
    case 'two-of-three':
      return `it is one of two in three near the ${isHigh ? 'upper' : 'lower'} end of the range`;
  }
}
