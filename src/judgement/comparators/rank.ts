import type { Exact } from '../exact.ts';
import { compare } from '../exact.ts';
import { byDistance, distance, type Limits, type Polarity } from '../limits.ts';

/** Where one of a set stands among those with a figure. */
export interface Standing {
  /** 1 is the best; of equals each has the place of the first of them. */
  readonly rank: number;
  /** How many others have the very same figure. */
  readonly tiedWith: number;
  /** How many have a figure. */
  readonly of: number;
  /** 1 is the best quarter, by rank. */
  readonly quartile: 1 | 2 | 3 | 4;
}

/** Below 0 where a is better than b; null for polarity none, and for to target without a target. */
export function betterFirst(polarity: Polarity, limits: Limits | null): ((a: Exact, b: Exact) => number) | null {
  if (polarity === 'none' || (polarity === 'target' && limits === null)) return null;
  if (limits !== null && byDistance(polarity, limits)) {
    return (a, b) => compare(distance(a, limits), distance(b, limits));
  }
  return polarity === 'higher' ? (a, b) => compare(b, a) : compare;
}

/**
 * The order in which units are shown by their figures: lowest first where lower is better, highest first elsewhere, those
 * without a figure last.
 */
export function byFigure(polarity: Polarity): (a: Exact | null, b: Exact | null) => number {
  const sign = polarity === 'lower' ? 1 : -1;
  return (a, b) => (a === null || b === null ? Number(a === null) - Number(b === null) : sign * compare(a, b));
}

/**
 * Rank and quartile of each of a set by its unrounded figure. Those without a figure have no standing.
 *
 * @example rankAmong([exact(90), exact(80), exact(90), null], 'higher', null)
 * // joint 1st of 3, 3rd of 3, joint 1st of 3, null
 */
export function rankAmong(
  figures: readonly (Exact | null)[],
  polarity: Polarity,
  limits: Limits | null,
): readonly (Standing | null)[] {
  const order = betterFirst(polarity, limits);
  if (order === null) return figures.map(() => null);
  const found = figures.filter((each) => each !== null);
  return figures.map((mine) => {
    if (mine === null) return null;
    const rank = 1 + found.filter((other) => order(other, mine) < 0).length;
    const tiedWith = found.filter((other) => order(other, mine) === 0).length - 1;
    const of = found.length;
    return { rank, tiedWith, of, quartile: quartileOf(rank, of) };
  });
}

function quartileOf(rank: number, of: number): Standing['quartile'] {
  return ([1, 2, 3, 4] as const)[Math.ceil((4 * rank) / of) - 1] ?? 4;
}

/** @example standingInWords({ rank: 3, tiedWith: 1, of: 11, quartile: 2 }) // 'joint 3rd of 11' */
export function standingInWords({ rank, tiedWith, of }: Standing): string {
  return `${tiedWith > 0 ? 'joint ' : ''}${ordinal(rank)} of ${of}`;
}

function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}
