import type { Scheme } from '../../pack/index.ts';
import { direction } from '../direction.ts';
import type { Limits, Polarity } from '../limits.ts';
import { amberLimit } from '../scheme.ts';
import { status } from '../status.ts';
import type { Direction, Status } from '../types.ts';
import type { Inconsistency } from './inconsistency.ts';

/** A printed arrow with the figures it is between. */
export interface PrintedArrow {
  readonly where: string;
  readonly polarity: Polarity;
  readonly now: number;
  readonly before: number;
  readonly limits: Limits | null;
  readonly arrow: Direction | null;
  /** Whether a change of definition lies between the two. */
  readonly isBroken?: boolean;
}

/** Whether an arrow agrees with the polarity and the two figures; none may stand across a break in series. */
export function checkArrow(printed: PrintedArrow): Inconsistency | null {
  const { where, polarity, now, before, limits, arrow, isBroken = false } = printed;
  const expected = isBroken ? null : direction(polarity, now, before, limits);
  if (expected === arrow) return null;
  const because = isBroken ? 'the definition changed between them' : `${now} after ${before}, ${polarity} is better`;
  return { check: 'arrow', where, says: `${arrow ?? 'no arrow'} is printed, not ${expected ?? 'none'}: ${because}` };
}

/** A printed status with the figure and the target it is by. */
export interface PrintedStatus {
  readonly where: string;
  readonly polarity: Polarity;
  readonly value: number | null;
  readonly limits: Limits | null;
  readonly scheme?: Scheme;
  readonly status: Status | null;
}

/** Whether a status is that of the band that the figure is in. */
export function checkStatus(printed: PrintedStatus): Inconsistency | null {
  const { where, polarity, value, limits, scheme = amberLimit, status: found } = printed;
  const expected = status(polarity, value, limits, scheme);
  if (expected === found) return null;
  const against = limits === null ? 'without a target' : `against ${limits.target}`;
  return {
    check: 'status',
    where,
    says: `${found ?? 'no status'} is given to ${value ?? 'no figure'} ${against}, not ${expected ?? 'none'}`,
  };
}

/** The last point of an exception page is the figure on the scorecard. */
export function checkExceptionPage(
  where: string,
  lastPoint: { readonly value: number | null; readonly target: number | null; readonly status: Status | null },
  scorecard: { readonly value: number | null; readonly target: number | null; readonly status: Status | null },
): Inconsistency[] {
  return (['value', 'target', 'status'] as const)
    .filter((part) => lastPoint[part] !== scorecard[part])
    .map((part) => ({
      check: 'exception page',
      where,
      says: `its ${part} is ${lastPoint[part] ?? 'missing'}, and ${scorecard[part] ?? 'missing'} on the scorecard`,
    }));
}
