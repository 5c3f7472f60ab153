import type { Day } from '../../calendar/index.ts';

/** Work that waits for a day. */
export interface DueCase {
  readonly indicator: string;
  readonly caseId: string;
  /** The person it is about; null where it is about none. */
  readonly person: string | null;
  /** The unit that does it. */
  readonly unit: string;
  /** The worker who does it, as the data names workers; null where nobody is known to. */
  readonly worker: string | null;
  /** The last day on which it is in time. */
  readonly dueOn: Day;
  /** Days from the as-at date to that day, in the days that the rule counts; below nought so many have gone by since; nought too on a day off after it. */
  readonly left: number;
  readonly counts: 'days' | 'working-days';
}

/** All that waits, as one state of the extracts knows it. */
export interface DueList {
  readonly asAt: Day;
  /** By day, the oldest first; then by indicator, unit and case. */
  readonly cases: readonly DueCase[];
  /** Indicators with a due rule for which there is no list, and why. */
  readonly without: readonly { readonly indicator: string; readonly reason: string }[];
}

/** What became of a list from one extract to the next. */
export interface DueChange {
  readonly from: Day;
  /** On the list now and not before. */
  readonly added: readonly DueCase[];
  /** On the list before and not now: done, or no longer to be done. */
  readonly gone: readonly DueCase[];
}

const keyOf = ({ indicator, caseId, dueOn }: DueCase): string => `${indicator}\n${caseId}\n${dueOn}`;

/** What was added to a list and what went from it. A case that waits for another day now has gone and come anew. */
export function changeBetween(before: DueList, now: DueList): DueChange {
  const earlier = new Set(before.cases.map(keyOf));
  const later = new Set(now.cases.map(keyOf));
  return {
    from: before.asAt,
    added: now.cases.filter((one) => !earlier.has(keyOf(one))),
    gone: before.cases.filter((one) => !later.has(keyOf(one))),
  };
}
