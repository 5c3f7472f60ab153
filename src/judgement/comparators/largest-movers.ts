import { type Month, monthEnd } from '../../calendar/index.ts';
import { breakBetween, versionAt } from '../../pack/index.ts';
import type { Exact } from '../exact.ts';
import { compare, exact } from '../exact.ts';
import { figure } from '../figure.ts';
import type { JudgementSource } from '../source.ts';
import { type DemandChange, demandChange } from './demand-change.ts';

/** How one unit's number has changed since an earlier month. */
export interface Mover {
  readonly unit: string;
  readonly now: Exact;
  readonly before: Exact;
  readonly change: DemandChange;
}

export interface MoverRule {
  /** The earlier month, such as the same month last year. */
  readonly since: Month;
  /** Whether rises are looked for, falls, or both. */
  readonly way: 'up' | 'down' | 'either';
  /** By which of the two sizes of a change the largest is found. */
  readonly by: 'percent' | 'count';
  /** How many at most; equals of the last come too. */
  readonly most: number;
}

/** A percentage of fewer than so many says little. */
const leastBase = exact(10);

/**
 * The units whose number has changed most, the largest first: of a measure of demand, where no way is better. By per cent,
 * units with a number under ten before are left out: from 2 to 4 is no doubling to speak of. A unit without a figure in
 * either month, or that stayed the same, has not moved.
 *
 * @returns none across a break in series.
 */
export function largestMovers(
  source: JudgementSource,
  indicatorId: string,
  units: readonly string[],
  month: Month,
  { since, way, by, most }: MoverRule,
): readonly Mover[] {
  const indicator = source.pack.indicators.get(indicatorId);
  if (indicator === undefined || breakBetween(indicator, monthEnd(since), monthEnd(month)) !== null) return [];
  const at = (unit: string, when: Month) =>
    figure(source.observation(indicatorId, unit, when), versionAt(indicator, monthEnd(when)).definition.measuredIn);
  const sizeOf = ({ change }: Mover): Exact | null => change[by];
  const moved = units
    .flatMap((unit): Mover[] => {
      const [now, before] = [at(unit, month), at(unit, since)];
      return now === null || before === null ? [] : [{ unit, now, before, change: demandChange(now, before) }];
    })
    .filter(({ change: { movement } }) => (way === 'either' ? movement !== 'same' : movement === way))
    .filter((mover) => sizeOf(mover) !== null && (by === 'count' || compare(mover.before, leastBase) >= 0))
    .toSorted((a, b) => compare(sizeOf(b) ?? exact(0), sizeOf(a) ?? exact(0)));
  const last = most < 1 ? undefined : moved[Math.min(most, moved.length) - 1];
  if (last === undefined) return [];
  return moved.filter((mover) => compare(sizeOf(mover) ?? exact(0), sizeOf(last) ?? exact(0)) >= 0);
}
