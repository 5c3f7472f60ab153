import type { Definition, Target } from '../pack/index.ts';
import type { Exact } from './exact.ts';
import { compare, exact, subtract, zero } from './exact.ts';

export type Polarity = Definition['polarity'];

/** What a judgement takes from a target in force; the rest of a row (dates, who set it) plays no part in it. */
export type Limits = { readonly target: number } & Pick<
  Target,
  | 'target_high'
  | 'amber'
  | 'tolerance_low'
  | 'tolerance_high'
  | 'met_within'
  | 'near_within'
  | 'met_within_below'
  | 'near_within_below'
>;

/** Whether figures are judged by how far they are from the target, and not by which side of it they are on. */
export function byDistance(polarity: Polarity, limits: Limits | null): boolean {
  return polarity === 'target' || (limits !== null && limits.target_high !== undefined);
}

/** How far a figure is from its target, without sign; 0 anywhere within a range. */
export function distance(value: Exact, { target, target_high: high }: Limits): Exact {
  const below = subtract(exact(target), value);
  const above = subtract(value, exact(high ?? target));
  const worse = compare(below, above) > 0 ? below : above;
  return compare(worse, zero) > 0 ? worse : zero;
}
