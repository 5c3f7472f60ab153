import type { Definition, Pack } from '../pack/index.ts';
import type { Exact } from './exact.ts';
import { absolute, add, compare, divide, exact, multiply, negative, subtract, zero } from './exact.ts';
import { distance, type Limits, type Polarity } from './limits.ts';
import type { Trend } from './types.ts';

/** When three figures are called volatile, improving or declining. */
export type TrendRule = NonNullable<Pack['trendRule']>;

/** Quarterly figures; the thresholds fit a published table of forty measures, and are a description, not a test. */
export const usualTrendRule: TrendRule = { every: 3, reversal: 6, gain: 2, loss: 5 };

/**
 * The trend of the last three figures, oldest first, by a rule that can be stated: a turn whose last step is at least
 * `reversal` is volatile and any other turn stable; without a turn a net gain of at least `gain` is improving, a net
 * loss of at least `loss` declining, and anything else stable. Steps are percentage points; of other measures per cent
 * of the mean of the three. Without a polarity nothing is a gain or a loss. Fewer than three figures: a new measure.
 *
 * @param limits the target in force, by distance to which polarity target is taken
 * @returns null where one of the three is missing.
 * @example trendOf([87, 91, 96], 'higher', 'percent')  // 'improving'
 * @example trendOf([74, 79, 67], 'higher', 'percent')  // 'volatile': it turned, and the last step is 12
 */
export function trendOf(
  figures: readonly (Exact | null)[],
  polarity: Polarity,
  measuredIn: Definition['measuredIn'],
  rule: TrendRule = usualTrendRule,
  limits: Limits | null = null,
): Trend | null {
  const [a, b, c] = figures.slice(-3);
  if (a === undefined || b === undefined || c === undefined) return 'new measure';
  if (a === null || b === null || c === null) return null;
  const mean = divide(add(add(a, b), c), exact(3));
  const per = measuredIn === 'percent' ? exact(1) : divide(absolute(mean), exact(100));
  if (per.numerator === 0n) return 'stable';
  const first = divide(subtract(b, a), per);
  const last = divide(subtract(c, b), per);
  if (compare(multiply(first, last), zero) < 0) {
    return compare(absolute(last), exact(rule.reversal)) >= 0 ? 'volatile' : 'stable';
  }
  const gain = gained(divide(subtract(c, a), per), polarity, a, c, per, limits);
  if (gain === null) return 'stable';
  if (compare(gain, exact(rule.gain)) >= 0) return 'improving';
  return compare(gain, exact(-rule.loss)) <= 0 ? 'declining' : 'stable';
}

/** The net movement as a gain; null where nothing is one. */
function gained(
  net: Exact,
  polarity: Polarity,
  from: Exact,
  to: Exact,
  per: Exact,
  limits: Limits | null,
): Exact | null {
  if (polarity === 'higher') return net;
  if (polarity === 'lower') return negative(net);
  if (polarity === 'none' || limits === null) return null;
  return divide(subtract(distance(from, limits), distance(to, limits)), per);
}
