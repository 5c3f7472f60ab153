import type { Observation } from '../measure/index.ts';
import type { Definition } from '../pack/index.ts';
import type { Exact } from './exact.ts';
import { absolute, compare, divide, exact, multiply, subtract } from './exact.ts';

const scales: Readonly<Record<Definition['measuredIn'], number>> = {
  percent: 100,
  'rate-per-10000': 10_000,
  'rate-per-100000': 100_000,
  count: 1,
  average: 1,
  'average-days': 1,
  ratio: 1,
};
/**
 * What one unit of measure makes of a numerator over a denominator. Null where there is nothing to divide by.
 *
 * @example figureOf('percent', exact(29), exact(100)) // 29
 */
export function figureOf(
  measuredIn: Definition['measuredIn'],
  numerator: Exact,
  denominator: Exact | null,
): Exact | null {
  if (measuredIn === 'count') return numerator;
  if (denominator === null || denominator.numerator === 0n) return null;
  return divide(multiply(numerator, exact(scales[measuredIn])), denominator);
}

/** The numerator that gives a figure over a denominator: figureOf backwards. */
export function numeratorFor(measuredIn: Definition['measuredIn'], figure: Exact, denominator: Exact): Exact {
  return measuredIn === 'count' ? figure : divide(multiply(figure, denominator), exact(scales[measuredIn]));
}

const tolerance: Exact = { numerator: 1n, denominator: 1_000_000_000n };

/**
 * The figure of an observation without floating-point error: from its sums where it has both and they give the value,
 * otherwise the value as printed (a compound, or a collected figure that came rounded). Null without a value.
 *
 * @example 29 of 100 in percent is exactly 29
 */
export function figure(observation: Observation | undefined, measuredIn: Definition['measuredIn']): Exact | null {
  if (observation === undefined || observation.state !== 'value' || observation.value === null) return null;
  const printed = exact(observation.value);
  const { numerator, denominator } = observation;
  if (measuredIn === 'count' || numerator === null || denominator === null || denominator === 0) return printed;
  const ratio = figureOf(measuredIn, exact(numerator), exact(denominator)) ?? printed;
  const apart = absolute(subtract(ratio, printed));
  const allowed = multiply(tolerance, absolute(printed));
  return compare(apart, allowed) <= 0 ? ratio : printed;
}
