import type { Observation } from '../../measure/index.ts';
import type { Restated } from '../published.ts';
import type { CaseChange, ChangeCause, ChangeReason } from './case-change.ts';
import { inParts } from './compare-lists.ts';

/** Two sums, in ten-thousandths. */
export interface Sums {
  readonly numerator: number;
  readonly denominator: number;
}

/** How many cases changed for one reason, and what they make together. */
export interface ReasonCount extends Sums {
  readonly reason: ChangeReason;
  readonly cause: ChangeCause;
  readonly cases: number;
}

/** Why a published figure is another one today. */
export interface Explanation {
  readonly restated: Restated;
  /** The difference of the sums of today and as published. */
  readonly difference: Sums;
  /** For a reader: no case is named. */
  readonly counts: readonly ReasonCount[];
  /** For those who may see cases. */
  readonly changes: readonly CaseChange[];
  /** Of a rate whose population is another one: from how many to how many. */
  readonly population: { readonly before: number | null; readonly after: number | null } | null;
  /** Whether the figure is not counted from cases but given, and has been given anew. */
  readonly givenAnew: boolean;
  /** Where there was a figure and is none, or the other way round: why there is none, in words. */
  readonly absent: string | null;
  /** What no case explains: 0 and 0. */
  readonly remainder: Sums;
}

/** What is known of a figure beside the cases. */
export interface ExplainedBy {
  readonly restated: Restated;
  readonly changes: readonly CaseChange[];
  /** Whether the denominator is a population, and not a sum of cases. */
  readonly isRate: boolean;
  readonly isGiven: boolean;
}

const order: readonly ChangeReason[] = [
  'recorded-late',
  'corrected-in',
  'moved-in',
  'changed-side',
  'weight-changed',
  'moved-out',
  'corrected-out',
  'deleted',
];

/** Adds up what the cases explain, and what is left. */
export function explain({ restated, changes, isRate, isGiven }: ExplainedBy): Explanation {
  const { published, now } = restated;
  const difference = {
    numerator: inParts(now?.numerator ?? 0) - inParts(published.numerator),
    denominator: isRate ? 0 : inParts(now?.denominator ?? 0) - inParts(published.denominator),
  };
  const explained = isGiven ? difference : sum(changes);
  const populations = { before: published.denominator, after: now?.denominator ?? null };
  return {
    restated,
    difference,
    counts: countsOf(changes),
    changes,
    population: isRate && populations.before !== populations.after ? populations : null,
    givenAnew: isGiven,
    absent: absence(published, now),
    remainder: {
      numerator: difference.numerator - explained.numerator,
      denominator: isRate ? 0 : difference.denominator - explained.denominator,
    },
  };
}

function sum(changes: readonly Sums[]): Sums {
  return changes.reduce<Sums>(
    (all, one) => ({ numerator: all.numerator + one.numerator, denominator: all.denominator + one.denominator }),
    { numerator: 0, denominator: 0 },
  );
}

function countsOf(changes: readonly CaseChange[]): ReasonCount[] {
  return (['definitions', 'records'] as const).flatMap((cause) =>
    order.flatMap((reason) => {
      const same = changes.filter((one) => one.cause === cause && one.reason === reason);
      const cases = new Set(same.map(({ caseId }) => caseId)).size;
      return cases === 0 ? [] : [{ reason, cause, cases, ...sum(same) }];
    }),
  );
}

function absence(published: Observation, now: Observation | undefined): string | null {
  if (now === undefined) return 'There is no such unit or indicator any more';
  if (published.state === now.state) return null;
  return now.reason ?? published.reason;
}
