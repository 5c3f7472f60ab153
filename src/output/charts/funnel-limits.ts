/** The limits a figure of one size keeps within by chance alone: 95% and 99.8% of the time, half of the rest each side. */
export interface FunnelLimits {
  readonly lower998: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly upper998: number;
}

/** A share of n cases, or events among a population of n. */
export type FunnelOf = 'proportion' | 'rate';

const tail95 = 0.025;
const tail998 = 0.001;

/**
 * Exact limits for the number of cases among n where each has the chance p, or where p events a head are expected:
 * the binomial distribution for a proportion, Poisson's for a rate. Between whole numbers the limit is interpolated as
 * Spiegelhalter (2005, "Funnel plots for comparing institutional performance") does, so that the curve is smooth and
 * a whole number lies beyond it exactly where the chance of one so far out is below 2.5% or 0.1%.
 *
 * @param n cases or population, above 0; a proportion's is taken as a whole number.
 * @param p the centre: 0 to 1 for a proportion, 0 or more for a rate.
 * @returns shares or rates a head, never below 0 nor, for a proportion, above 1.
 */
export function funnelLimits(of: FunnelOf, n: number, p: number): FunnelLimits {
  const isShare = of === 'proportion';
  if (p <= 0 || (isShare && p >= 1)) return { lower998: p, lower95: p, upper95: p, upper998: p };
  const size = isShare ? Math.max(1, Math.round(n)) : n;
  const chances = isShare ? binomial(size, p) : poisson(size * p);
  const most = isShare ? 1 : Number.POSITIVE_INFINITY;
  const low = (tail: number): number => Math.max(0, lowerLimit(chances, tail) / size);
  const high = (tail: number): number => Math.min(most, upperLimit(chances, tail) / size);
  return { lower998: low(tail998), lower95: low(tail95), upper95: high(tail95), upper998: high(tail998) };
}

/** The chances of the whole numbers from `first` on; what is left out on either side is below any tail asked for. */
interface Chances {
  readonly first: number;
  readonly each: readonly number[];
}

function binomial(n: number, p: number): Chances {
  const odds = p / (1 - p);
  return around(Math.min(n, Math.floor((n + 1) * p)), n, (k) => ((n - k) / (k + 1)) * odds);
}

function poisson(mean: number): Chances {
  return around(Math.floor(mean), Number.POSITIVE_INFINITY, (k) => mean / (k + 1));
}

/** Chances outwards from the likeliest number, each from its neighbour's, so that none needs a factorial. */
function around(mode: number, most: number, ratio: (k: number) => number): Chances {
  const negligible = 1e-15;
  const above: number[] = [1];
  for (let k = mode, weight = 1; k < most && weight > negligible; k++) {
    weight *= ratio(k);
    above.push(weight);
  }
  const below: number[] = [];
  for (let k = mode, weight = 1; k > 0 && weight > negligible; k--) {
    weight /= ratio(k - 1);
    below.push(weight);
  }
  const weights = [...below.reverse(), ...above];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { first: mode - below.length, each: weights.map((weight) => weight / total) };
}

/** From below: the place where the chance of this or fewer reaches the tail. */
function lowerLimit({ first, each }: Chances, tail: number): number {
  let sum = 0;
  for (const [index, chance] of each.entries()) {
    sum += chance;
    if (sum >= tail) return first + index - (sum - tail) / chance;
  }
  return first + each.length - 1;
}

/** From above, likewise. */
function upperLimit({ first, each }: Chances, tail: number): number {
  let sum = 0;
  for (const [back, chance] of [...each].reverse().entries()) {
    sum += chance;
    if (sum >= tail) return first + each.length - 1 - back + (sum - tail) / chance;
  }
  return first;
}
