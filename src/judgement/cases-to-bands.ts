import type { Observation } from '../measure/index.ts';
import type { Definition } from '../pack/index.ts';
import { type Band, bandAt } from './bands.ts';
import type { Exact } from './exact.ts';
import { compare, divide, exact, floor, multiply, negative } from './exact.ts';
import { figureOf } from './figure.ts';
import type { Status } from './types.ts';

/** How many cases in the numerator make another status. */
export interface CasesToBand {
  readonly status: Status;
  readonly place: string;
  /** Above 0. */
  readonly cases: number;
  /** More cases in the numerator, or fewer; the denominator stays. */
  readonly way: 'more' | 'fewer';
}

export interface CasesToBands {
  /** The nearest way to a better status; null at the best there is, or where no number of cases reaches it. */
  readonly toBetter: CasesToBand | null;
  /** The nearest way to a worse one. */
  readonly toWorse: CasesToBand | null;
}

const rank: Readonly<Record<Status, number>> = { met: 0, near: 1, away: 2 };

/**
 * How many cases stand between a figure and a better or worse status, for percentages of whole cases and for counts.
 *
 * @returns null where cases are weighed, the measure is neither, or there are no bands.
 * @example 2,080 of 2,817 against 85%, amber 70%: met needs 315 more; away is 109 fewer
 */
export function casesToBands(
  definition: Definition,
  observation: Observation | undefined,
  bands: readonly Band[],
): CasesToBands | null {
  const { measuredIn, weight } = definition;
  const numerator = observation?.state === 'value' ? observation.numerator : null;
  if (numerator === null || weight !== undefined || bands.length === 0) return null;
  if (measuredIn !== 'percent' && measuredIn !== 'count') return null;
  const denominator = measuredIn === 'count' ? null : (observation?.denominator ?? null);
  if (!Number.isInteger(numerator) || (measuredIn === 'percent' && !Number.isInteger(denominator))) return null;
  const per = denominator === null ? null : exact(denominator);
  const figure = figureOf(measuredIn, exact(numerator), per);
  const here = figure === null ? null : bandAt(bands, figure);
  if (here === null) return null;
  const ways = bands.flatMap((band): CasesToBand[] => {
    if (band.status === here.status) return [];
    const needed = nearestIn(band, bands.indexOf(band) > bands.indexOf(here), per, measuredIn);
    if (needed === null || needed < 0 || (denominator !== null && needed > denominator)) return [];
    const found = figureOf(measuredIn, exact(needed), per);
    // A band narrower than one case is stepped over.
    if (found === null || bandAt(bands, found) !== band) return [];
    const { status, place } = band;
    return [{ status, place, cases: Math.abs(needed - numerator), way: needed > numerator ? 'more' : 'fewer' }];
  });
  const nearest = (better: boolean): CasesToBand | null =>
    ways.filter(({ status }) => rank[status] < rank[here.status] === better).toSorted((a, b) => a.cases - b.cases)[0] ??
    null;
  return { toBetter: nearest(true), toWorse: nearest(false) };
}

/** The whole numerator nearest to here whose figure is in a band that lies above (or below) here. */
function nearestIn(band: Band, isAbove: boolean, per: Exact | null, measuredIn: 'percent' | 'count'): number | null {
  const end = isAbove ? band.low : band.high;
  if (end === null) return null;
  const at = per === null || measuredIn === 'count' ? end.at : divide(multiply(end.at, per), exact(100));
  const down = floor(at);
  const isWhole = compare(at, { numerator: down, denominator: 1n }) === 0;
  if (isWhole) return Number(down) + (end.included ? 0 : isAbove ? 1 : -1);
  return Number(isAbove ? -floor(negative(at)) : down);
}
