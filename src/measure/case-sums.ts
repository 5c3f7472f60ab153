import type { Definition } from '../pack/index.ts';
import type { Case } from './observation.ts';

/** What one case adds to a figure. */
export interface CaseSums {
  readonly numerator: number;
  /** Null where the denominator is not the list's: of a count, and of a rate, which has the population. */
  readonly denominator: number | null;
}

/**
 * What a case adds to numerator and denominator: the figure is the sum over its list.
 *
 * @example sumsOfCase(share, { inNumerator: false, weight: 1 }) // { numerator: 0, denominator: 1 }
 */
export function sumsOfCase(
  { measuredIn, numerator, denominator, value }: Definition,
  { inNumerator, weight }: Pick<Case, 'inNumerator' | 'weight'>,
): CaseSums {
  const met = inNumerator ? weight : 0;
  if (typeof numerator === 'object' && denominator && 'from' in denominator) {
    return { numerator: met, denominator: weight - met };
  }
  if (value) return { numerator: weight, denominator: 1 };
  const without = measuredIn === 'count' || (denominator && 'population' in denominator);
  return { numerator: met, denominator: without ? null : weight };
}
