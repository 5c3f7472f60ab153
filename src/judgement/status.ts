import type { Scheme } from '../pack/index.ts';
import { bandAt, bandsOf } from './bands.ts';
import type { Exact } from './exact.ts';
import { toExact } from './exact.ts';
import type { Limits, Polarity } from './limits.ts';
import { amberLimit } from './scheme.ts';
import type { Status } from './types.ts';

/**
 * Where an unrounded figure stands against its target: the status of the band of the scheme that it is in. Without a
 * scheme exactly at the target is met, exactly at the amber limit near, and without an amber limit a figure is met or
 * away. For polarity target it goes by distance: met_within and near_within, and without them met at distance 0, near
 * up to the amber limit's distance.
 *
 * @returns null for polarity none, a missing figure, no target, or a scheme in which a person judges.
 * @example status('higher', 73.8, { target: 85, amber: 70 }) // 'near'
 * @example status('lower', 181, { target: 100, amber: 150 }) // 'away'
 * @example status('target', 4.9, { target: 7.5, met_within: 2.5, near_within: 5 }) // 'near'
 */
export function status(
  polarity: Polarity,
  value: Exact | number | null,
  limits: Limits | null,
  scheme: Scheme = amberLimit,
): Status | null {
  if (value === null || limits === null) return null;
  return bandAt(bandsOf(scheme, polarity, limits), toExact(value))?.status ?? null;
}
