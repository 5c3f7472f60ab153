import { type Band, inBand } from '../bands.ts';
import { exact } from '../exact.ts';
import type { Polarity } from '../limits.ts';
import type { ProcessLimits } from './limits.ts';
import type { Signal, SignalKind } from './signals.ts';

/** What the latest point says of the process, words first. */
export type Variation =
  | 'common cause'
  | 'special cause: improvement'
  | 'special cause: concern'
  | 'special cause: higher'
  | 'special cause: lower';

/** Whether the process as it runs will meet the target. */
export type Assurance = 'will always meet the target' | 'will never meet the target' | 'may or may not meet the target';

const byWeight: readonly SignalKind[] = ['beyond-limit', 'run', 'two-of-three', 'trend'];

/**
 * The variation of a point from its signals; where they point both ways the weightiest decides. Without a polarity, or
 * for to target, neither way is better by itself: higher or lower.
 */
export function variationOf(signals: readonly Signal[], polarity: Polarity): Variation {
  const [signal] = signals.toSorted((a, b) => byWeight.indexOf(a.kind) - byWeight.indexOf(b.kind));
  if (signal === undefined) return 'common cause';
  if (polarity === 'higher' || polarity === 'lower') {
    const good = (polarity === 'higher') === (signal.way === 'high');
    return good ? 'special cause: improvement' : 'special cause: concern';
  }
  return signal.way === 'high' ? 'special cause: higher' : 'special cause: lower';
}

/**
 * Whether the limits lie wholly where the target is met, wholly where it is not, or on both sides.
 *
 * @returns null without bands.
 */
export function assuranceOf({ lower, upper }: ProcessLimits, bands: readonly Band[]): Assurance | null {
  if (bands.length === 0) return null;
  // Limits are floating-point sums: their last digits decide nothing.
  const [low, high] = [lower, upper].map((limit) => exact(Number(limit.toFixed(9))));
  if (low === undefined || high === undefined) return null;
  const met = metStretch(bands);
  if (met !== null && inBand(low, met) && inBand(high, met)) return 'will always meet the target';
  const begins = met?.low === null || (met !== null && inBand(high, { low: met.low, high: null }));
  const ends = met?.high === null || (met !== null && inBand(low, { low: null, high: met.high }));
  return met !== null && begins && ends ? 'may or may not meet the target' : 'will never meet the target';
}

/** From where to where the target is met: the bands that meet it lie side by side. */
function metStretch(bands: readonly Band[]): Pick<Band, 'low' | 'high'> | null {
  const met = bands.filter(({ status }) => status === 'met');
  const [first, last] = [met[0], met.at(-1)];
  return first === undefined || last === undefined ? null : { low: first.low, high: last.high };
}
