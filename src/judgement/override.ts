import type { Day } from '../calendar/index.ts';
import type { Status, Trend } from './types.ts';

/** A status or a trend that a person has set in place of the rule's. */
export type Override = {
  /** The role of the person. */
  readonly by: string;
  readonly reason: string;
  readonly setOn: Day;
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
      (found, next) => (found === null || next.setOn >= found.setOn ? next : found),
      null,
    );
}
