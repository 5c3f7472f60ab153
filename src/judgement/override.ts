import { type Day, type Month, monthEnd, monthStart } from '../calendar/index.ts';
import type { JudgementSource } from './source.ts';
import type { Status, Trend } from './types.ts';

/** A status or a trend that a person has set in place of the rule's. */
export type Override = {
  /** The role of the person. */
  readonly by: string;
  readonly reason: string;
  /** Null where it is not known: it then counts as set on the first day it is for. */
  readonly setOn: Day | null;
  /** The first day of figures it is for. */
  readonly from: Day;
  /** The last one; null: until it is taken back. */
  readonly until: Day | null;
} & ({ readonly of: 'status'; readonly value: Status | null } | { readonly of: 'trend'; readonly value: Trend });

/** The override in force for figures of a day: of several the one set last. */
export function overrideFor<Of extends Override['of']>(
  overrides: readonly Override[],
  of: Of,
  day: Day,
): Extract<Override, { of: Of }> | null {
  const applies = (override: Override): override is Extract<Override, { of: Of }> =>
    override.of === of && override.from <= day && (override.until === null || day <= override.until);
  return overrides
    .filter(applies)
    .reduce<Extract<Override, { of: Of }> | null>(
      (found, next) => (found === null || setOf(next) >= setOf(found) ? next : found),
      null,
    );
}

const setOf = ({ setOn, from }: Override): Day => setOn ?? from;

/**
 * What people have set for a unit: as the source says, else the rows of the pack's overrides.csv. A row without a unit is
 * for the authority; a source that knows no units has one alone.
 *
 * @example a row for 2026-05 without a last day is for figures from 2026-05-01 to 2026-05-31
 */
export function overridesIn(
  source: JudgementSource,
  indicator: string,
  unit: string,
  month: Month,
): readonly Override[] {
  if (source.overrides !== undefined) return source.overrides(indicator, unit);
  const ofUnit = (named: string | undefined): boolean =>
    named === undefined
      ? (source.units?.(month).some(({ code, kind }) => code === unit && kind === 'authority') ?? true)
      : named === unit;
  return (source.pack.overrides ?? [])
    .filter((row) => row.indicator === indicator && ofUnit(row.unit))
    .flatMap((row): Override[] => {
      const common = {
        by: row.set_by,
        reason: row.reason,
        setOn: null,
        from: monthStart(row.month),
        until: row.until ?? monthEnd(row.month),
      };
      return [
        ...(row.status === undefined ? [] : [{ ...common, of: 'status' as const, value: row.status }]),
        ...(row.trend === undefined ? [] : [{ ...common, of: 'trend' as const, value: row.trend }]),
      ];
    });
}
