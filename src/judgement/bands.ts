import type { Scheme } from '../pack/index.ts';
import type { Side } from './edges.ts';
import { edgeAt } from './edges.ts';
import type { Exact } from './exact.ts';
import { compare, exact, negative } from './exact.ts';
import { byDistance, type Limits, type Polarity } from './limits.ts';
import type { Status } from './types.ts';

/** One end of a band, and whether a figure exactly at it is in the band. */
export interface End {
  readonly at: Exact;
  readonly included: boolean;
}

/** A stretch of figures with one status. Null ends are open: the band goes on for ever. */
export interface Band {
  readonly place: string;
  readonly status: Status;
  readonly low: End | null;
  readonly high: End | null;
}

interface Step {
  readonly place: string;
  readonly status: Status;
  readonly until: End | null;
}

/**
 * The bands of a scheme for one target, from the lowest figures to the highest. Every figure is in exactly one of
 * them: a band begins where the one before it ends, and the inclusive side of each edge belongs to one of the two.
 *
 * @returns none for polarity none, and for a scheme in which a person judges.
 * @example bandsOf(amberLimit, 'higher', { target: 85, amber: 70 }) // away below 70, near from 70 to below 85, met from 85
 */
export function bandsOf(scheme: Scheme, polarity: Polarity, limits: Limits): readonly Band[] {
  if (polarity === 'none' || scheme.byPerson) return [];
  if (!byDistance(polarity, limits)) {
    const sign = polarity === 'lower' ? 1 : -1;
    return laidOut(steps(scheme.bands, { sign, both: false }, limits, null), sign);
  }
  const bands = scheme.toTarget ?? scheme.bands;
  const side = (sign: 1 | -1): readonly Step[] => {
    const centre = exact(sign > 0 ? (limits.target_high ?? limits.target) : -limits.target);
    return steps(bands, { sign, both: true }, limits, { at: centre, included: true });
  };
  const below = laidOut(side(-1), -1);
  const above = laidOut(side(1), 1);
  const [first, last] = [below.at(-1), above[0]];
  if (first === undefined || last === undefined) return [];
  return [...below.slice(0, -1), { ...last, low: first.low }, ...above.slice(1)];
}

/** Whether the second of two ends lies further out than the first. */
const further = (from: End, to: End): boolean => {
  const way = compare(to.at, from.at);
  return way > 0 || (way === 0 && to.included && !from.included);
};

/** The bands that hold any figure, from best to worst, on a scale on which worse is more. */
function steps(bands: Scheme['bands'], side: Side, limits: Limits, centre: End | null): readonly Step[] {
  const found: Step[] = [];
  let reached = centre;
  for (const { place, status, until, including } of bands) {
    if (until === undefined) {
      found.push({ place, status, until: null });
      break;
    }
    const at = edgeAt(until, side, limits);
    if (at === null) continue;
    const end: End = { at: side.sign > 0 ? at : negative(at), included: including };
    // The first band of a two-sided scheme holds the target itself, whatever its edge.
    const isFirst = found.length === 0 && centre !== null;
    if (reached !== null && !further(reached, end) && !isFirst) continue;
    reached = reached !== null && !further(reached, end) ? reached : end;
    found.push({ place, status, until: reached });
  }
  return found;
}

/** Steps as bands in ascending order. */
function laidOut(found: readonly Step[], sign: 1 | -1): readonly Band[] {
  const bands = found.map(({ place, status, until }, index): Band => {
    const before = found[index - 1]?.until ?? null;
    const start = before === null ? null : { at: before.at, included: !before.included };
    return sign > 0
      ? { place, status, low: start, high: until }
      : { place, status, low: mirrored(until), high: mirrored(start) };
  });
  return sign > 0 ? bands : bands.toReversed();
}

const mirrored = (end: End | null): End | null =>
  end === null ? null : { at: negative(end.at), included: end.included };

/** Whether a figure is in a band. */
export function inBand(value: Exact, { low, high }: Pick<Band, 'low' | 'high'>): boolean {
  const above = low === null ? 1 : compare(value, low.at);
  const below = high === null ? -1 : compare(value, high.at);
  return (
    (above > 0 || (above === 0 && low?.included === true)) && (below < 0 || (below === 0 && high?.included === true))
  );
}

/** The band that a figure is in; null where there are none. */
export function bandAt(bands: readonly Band[], value: Exact): Band | null {
  return bands.find((band) => inBand(value, band)) ?? null;
}
