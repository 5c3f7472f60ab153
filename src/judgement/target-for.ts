import type { Day, Month } from '../calendar/index.ts';
import type { Target } from '../pack/index.ts';
import type { Exact } from './exact.ts';
import { divide, exact, multiply, subtract, toNumber } from './exact.ts';

/** A published figure that a target may follow. */
export interface PublishedFigure {
  readonly value: number;
  /** What it is the figure of: England, statistical neighbours (mean of 10). */
  readonly label: string;
  /** The period it covers, as published. */
  readonly period: string;
}

/** Where targets that follow other figures find them. */
export interface TargetLookUps {
  /** The exact figure of a unit in a month; null without one. */
  figure?(indicator: string, unit: string, month: Month): Exact | null;
  /** The latest figure of a group published for comparison on a day; null without one. */
  benchmark?(indicator: string, unit: string, day: Day, group: string): PublishedFigure | null;
}

/** A target that is in force, as a number, with where the number comes from. */
export type TargetInForce = Omit<Target, 'target'> & {
  readonly target: number;
  /** In words, where the target follows another figure; null where it was set as it stands. */
  readonly follows?: string | null;
};

/**
 * The row in force for a unit on a day: of the rows of the indicator whose dates include the day, those for the unit
 * go before those for every unit, then the latest from, then the later row. A row may also say that there is no target.
 */
export function rowFor(targets: readonly Target[], indicator: string, unit: string, day: Day): Target | null {
  return rowsFor(targets, indicator, unit, day).at(-1) ?? null;
}

/** The rows in force together: one, or those for the sums of grades that begin on one day. */
export function rowsFor(targets: readonly Target[], indicator: string, unit: string, day: Day): readonly Target[] {
  const inForce = targets.filter(
    (row) =>
      row.indicator === indicator &&
      (row.unit === undefined || row.unit === unit) &&
      row.from <= day &&
      (row.to === undefined || row.to >= day),
  );
  const own = inForce.filter((row) => row.unit !== undefined);
  const rows = own.length > 0 ? own : inForce;
  const latest = rows
    .map(({ from }) => from)
    .toSorted()
    .at(-1);
  const newest = rows.filter(({ from }) => from === latest);
  const last = newest.at(-1);
  return last?.down_to === undefined ? newest.slice(-1) : newest.filter((row) => row.down_to !== undefined);
}

/**
 * The target in force for a unit on a day, as a number: one that was set, the base less its reduction, what another
 * target leaves of 100, or a published figure.
 *
 * @returns null where none is in force, the row says that there is none, or what it follows has no figure.
 * @example a reduction of 20 from a base of 69.25 is a target of 55.4
 * @example the complement of a target of 21.5 is 78.5
 */
export function targetFor(
  targets: readonly Target[],
  indicator: string,
  unit: string,
  day: Day,
  lookUps: TargetLookUps = {},
): TargetInForce | null {
  const row = rowFor(targets, indicator, unit, day);
  return row === null ? null : asNumber(row, { targets, unit, day, lookUps, passed: [indicator] });
}

interface Following {
  readonly targets: readonly Target[];
  readonly unit: string;
  readonly day: Day;
  readonly lookUps: TargetLookUps;
  /** The indicators whose targets led here: a complement of itself has no target. */
  readonly passed: readonly string[];
}

/** A row of targets.csv as a number, where it has or finds one. */
export function asNumber(row: Target, following: Following): TargetInForce | null {
  const { targets, unit, day, lookUps, passed } = following;
  if (row.target !== undefined) return { ...row, target: row.target, follows: null };
  if (row.reduction !== undefined) {
    const base =
      row.base !== undefined
        ? exact(row.base)
        : row.base_month === undefined
          ? null
          : (lookUps.figure?.(row.indicator, unit, row.base_month) ?? null);
    if (base === null) return null;
    const left = divide(subtract(exact(100), exact(row.reduction)), exact(100));
    const from = row.base_month === undefined ? '' : ` in ${row.base_month}`;
    const follows = `${row.reduction}% less than ${row.base ?? toNumber(base)}${from}`;
    return { ...row, target: toNumber(multiply(base, left)), follows };
  }
  if (row.complement_of !== undefined) {
    if (passed.includes(row.complement_of)) return null;
    const other = rowFor(targets, row.complement_of, unit, day);
    const found = other && asNumber(other, { ...following, passed: [...passed, row.complement_of] });
    if (!found) return null;
    return {
      ...row,
      target: toNumber(subtract(exact(100), exact(found.target))),
      follows: `100 less the target of ${row.complement_of}`,
    };
  }
  if (row.benchmark === undefined) return null;
  const published = lookUps.benchmark?.(row.indicator, unit, day, row.benchmark) ?? null;
  return published && { ...row, target: published.value, follows: `${published.label}, ${published.period}` };
}
