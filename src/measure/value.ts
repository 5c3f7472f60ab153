import type { Definition } from '../pack/index.ts';
import type { Observation, ValueState } from './observation.ts';

/** What one unit of measure makes of numerator divided by denominator. */
const scales: Record<Definition['measuredIn'], number> = {
  percent: 100,
  'rate-per-10000': 10_000,
  'rate-per-100000': 100_000,
  count: 1,
  average: 1,
  'average-days': 1,
  ratio: 1,
};

/** Sums have at most four decimals; as whole numbers of ten-thousandths they divide without a rounded step. */
const whole = (sum: number) => Math.round(sum * 10_000);

export function isRate(measuredIn: Definition['measuredIn']): boolean {
  return measuredIn.startsWith('rate-');
}

/**
 * Value and state of a figure from its sums. The value is the exact ratio to the nearest double, so that a figure
 * exactly at its target equals it.
 *
 * @param denominator null where there is none: of a count, or of a rate without a population
 * @example figureOf('percent', 17, 20) // { value: 85, state: 'value' }
 */
export function figureOf(
  measuredIn: Definition['measuredIn'],
  numerator: number,
  denominator: number | null,
): { value: number | null; state: ValueState } {
  if (measuredIn === 'count') return { value: numerator, state: 'value' };
  if (denominator === null) return { value: null, state: 'no-denominator' };
  if (denominator === 0) return { value: null, state: isRate(measuredIn) ? 'no-denominator' : 'no-cases' };
  return { value: (whole(numerator) * scales[measuredIn]) / whole(denominator), state: 'value' };
}

/** Why a figure without a value has none, in words. */
export function reasonOf(state: ValueState, measuredIn: Definition['measuredIn']): string | null {
  switch (state) {
    case 'value':
      return null;
    case 'no-cases':
      return 'No cases to count in this period';
    case 'no-denominator':
      return isRate(measuredIn) ? 'No population for this unit' : 'No denominator for this unit';
    case 'not-collected':
      return 'Not collected';
    case 'suppressed':
      return 'Suppressed because the numbers are small';
  }
}

/** A figure that is not there, with the reason. */
export function absent(indicator: string, unit: string, month: string, reason: string): Observation {
  return { indicator, unit, month, numerator: null, denominator: null, value: null, state: 'not-collected', reason };
}
