import type { Band } from '../bands.ts';
import { bandAt } from '../bands.ts';
import type { Exact } from '../exact.ts';
import type { Status } from '../types.ts';

/** How many units are in one band. */
export interface BandCount {
  readonly place: string;
  readonly status: Status;
  readonly units: number;
  /** Per cent of the units with a figure, to so many decimals that all of them add up to 100. */
  readonly percent: number;
}

/**
 * The distribution of units over the bands of one target, in the order of the bands. Percentages are rounded so that
 * they add up to 100: down first, then up where the remainder is largest.
 *
 * @example 7, 15 and 14 of 36: 19.4, 41.7 and 38.9
 */
export function overBands(
  figures: readonly (Exact | null)[],
  bands: readonly Band[],
  decimals = 1,
): readonly BandCount[] {
  const found = figures.filter((figure) => figure !== null).map((figure) => bandAt(bands, figure));
  const counts = bands.map((band) => found.filter((each) => each === band).length);
  const percents = sharesOf100(counts, decimals);
  return bands.map(({ place, status }, index) => ({
    place,
    status,
    units: counts[index] ?? 0,
    percent: percents[index] ?? 0,
  }));
}

/** Counts as percentages that add up to 100 as printed; all 0 where there is nothing. */
export function sharesOf100(counts: readonly number[], decimals: number): readonly number[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return counts.map(() => 0);
  const scale = 100 * 10 ** decimals;
  const parts = counts.map((count, index) => ({
    index,
    whole: Math.floor((count * scale) / all),
    rest: (count * scale) % all,
  }));
  const missing = scale - parts.reduce((sum, { whole }) => sum + whole, 0);
  const raised = new Set(
    parts
      .toSorted((a, b) => b.rest - a.rest || a.index - b.index)
      .slice(0, missing)
      .map(({ index }) => index),
  );
  return parts.map(({ index, whole }) => (whole + (raised.has(index) ? 1 : 0)) / 10 ** decimals);
}
