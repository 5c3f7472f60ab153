import type { Definition } from '../pack/index.ts';
import type { Exact } from './exact.ts';
import { absolute, compare, exact, subtract } from './exact.ts';
import type { FigureTarget } from './target-for.ts';
import type { Status } from './types.ts';

/** The limits of a target; the rest of its row (dates, who set it) plays no part in a judgement. */
export type Limits = Pick<FigureTarget, 'target' | 'amber' | 'met_within' | 'near_within'>;
type Polarity = Definition['polarity'];

/** How far a figure is from its target, without sign. */
export function distance(value: Exact, limits: Limits): Exact {
  return absolute(subtract(value, exact(limits.target)));
}

function closeToTarget(value: Exact, limits: Limits): Status {
  const away = distance(value, limits);
  if (compare(away, exact(limits.met_within ?? 0)) <= 0) return 'met';
  const near =
    limits.near_within !== undefined
      ? exact(limits.near_within)
      : limits.amber !== undefined
        ? distance(exact(limits.amber), limits)
        : null;
  return near !== null && compare(away, near) <= 0 ? 'near' : 'away';
}

/**
 * Where an unrounded figure stands against its target. Exactly at the target is met, exactly at the amber limit near.
 * Without an amber limit a figure is met or away. For polarity target it goes by distance: met_within and
 * near_within, and without them met at distance 0, near up to the amber limit's distance.
 *
 * @returns null for polarity none, a missing figure or no target.
 * @example status('higher', 73.8, { target: 85, amber: 70 }) // 'near'
 * @example status('lower', 181, { target: 100, amber: 150 }) // 'away'
 * @example status('target', 4.9, { target: 7.5, met_within: 2.5, near_within: 5 }) // 'near'
 */
export function status(polarity: Polarity, value: Exact | number | null, limits: Limits | null): Status | null {
  if (polarity === 'none' || value === null || limits === null) return null;
  const figure = typeof value === 'number' ? exact(value) : value;
  if (polarity === 'target') return closeToTarget(figure, limits);
  const sign = polarity === 'higher' ? 1 : -1;
  const reaches = (limit: number): boolean => sign * compare(figure, exact(limit)) >= 0;
  if (reaches(limits.target)) return 'met';
  return limits.amber !== undefined && reaches(limits.amber) ? 'near' : 'away';
}
