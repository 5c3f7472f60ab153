import type { Scheme } from '../pack/index.ts';
import type { Exact } from './exact.ts';
import { absolute, add, compare, exact, negative, subtract } from './exact.ts';
import type { Limits } from './limits.ts';

export type EdgeName = NonNullable<Scheme['bands'][number]['until']>;

/** Where bands are laid out: worse figures lie above (sign 1) or below (sign -1) the target. */
export interface Side {
  readonly sign: 1 | -1;
  /** Whether the other side of the target is worse as well. */
  readonly both: boolean;
}

/**
 * Where an edge of a scheme lies for one target, on the scale of the figure.
 *
 * @returns null where the target does not bring that edge.
 * @example edgeAt('amber', { sign: -1, both: false }, { target: 85, amber: 70 }) // 70
 * @example edgeAt('amber', { sign: -1, both: false }, { target: 85, near_within: 15 }) // 70
 * @example edgeAt('tolerance-good', { sign: -1, both: false }, { target: 85, tolerance_low: 75, tolerance_high: 95 }) // 95
 */
export function edgeAt(name: EdgeName, side: Side, limits: Limits): Exact | null {
  const centre = exact(side.sign > 0 ? (limits.target_high ?? limits.target) : limits.target);
  const outwards = (by: Exact): Exact => add(centre, side.sign > 0 ? by : negative(by));
  const below = side.both && side.sign < 0;
  switch (name) {
    case 'target':
      return centre;
    case 'met-within':
      return outwards(exact((below ? limits.met_within_below : undefined) ?? limits.met_within ?? 0));
    case 'amber': {
      const within = (below ? limits.near_within_below : undefined) ?? limits.near_within;
      const distance = within === undefined ? null : outwards(exact(within));
      if (limits.amber === undefined) return distance;
      if (!side.both) return exact(limits.amber);
      return distance ?? outwards(fromNearestEnd(limits.amber, limits));
    }
    case 'tolerance-good':
      return given(toleranceOn(side, -1, limits));
    case 'tolerance-bad':
      return given(toleranceOn(side, 1, limits));
  }
}

const given = (value: number | undefined): Exact | null => (value === undefined ? null : exact(value));

/** The end of a tolerance on the worse side, or where only one side is worse on the better one. */
function toleranceOn({ sign, both }: Side, way: 1 | -1, limits: Limits): number | undefined {
  const upper = both ? sign > 0 : sign * way > 0;
  return upper ? limits.tolerance_high : limits.tolerance_low;
}

function fromNearestEnd(amber: number, { target, target_high: high }: Limits): Exact {
  const fromLow = absolute(subtract(exact(amber), exact(target)));
  const fromHigh = absolute(subtract(exact(amber), exact(high ?? target)));
  return compare(fromLow, fromHigh) <= 0 ? fromLow : fromHigh;
}
