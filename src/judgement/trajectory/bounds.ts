import type { Definition } from '../../pack/index.ts';
import type { Exact } from '../exact.ts';
import { compare, exact, zero } from '../exact.ts';

/** What a figure can be at all: a percentage is from 0 to 100, everything else 0 or more. */
export function bounded(figure: Exact, measuredIn: Definition['measuredIn']): Exact {
  if (compare(figure, zero) < 0) return zero;
  const hundred = exact(100);
  return measuredIn === 'percent' && compare(figure, hundred) > 0 ? hundred : figure;
}

/** Whether a figure is one that the measure can have. */
export function isPossible(figure: Exact, measuredIn: Definition['measuredIn']): boolean {
  return compare(bounded(figure, measuredIn), figure) === 0;
}
