import type { Definition, Pack } from '../pack/index.ts';
import type { Exact } from './exact.ts';
import { absolute, compare, divide, exact, multiply, negative, subtract, total, zero } from './exact.ts';
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
 * of the mean of the figures. Of two figures it is the step between them; fewer are a new measure. Without a polarity
 * nothing is a gain or a loss.
 *
 * @param limits the target in force, by distance to which polarity target is taken
 * @returns null where the last figure is missing.
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
  const recent = figures.slice(-3);
  if (recent.length > 0 && recent.at(-1) === null) return null;
  const found = recent.filter((figure) => figure !== null);
  const [a, c] = [found[0], found.at(-1)];
  if (a === undefined || c === undefined || found.length < 2) return 'new measure';
  const mean = divide(total(found), exact(found.length));
  const per = measuredIn === 'percent' ? exact(1) : divide(absolute(mean), exact(100));
  if (per.numerator === 0n) return 'stable';
  const [first, last] = found.slice(1).map((now, index) => divide(subtract(now, found[index] ?? now), per));
  if (first !== undefined && last !== undefined && compare(multiply(first, last), zero) < 0) {
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
