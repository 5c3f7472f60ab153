import type { Day, Month } from '../calendar/index.ts';
import { coveredBy } from '../measure/index.ts';
import { type ApprovalNode, approvalTree } from './approval-tree.ts';
import type { CycleAsked } from './asked.ts';
import { datesOf, reportedMonth, type StepName, stepNames } from './calendar.ts';
import { type Missing, missingOf } from './missing.ts';
import { type Doing, type Step, stepOf } from './steps.ts';

/** Where a report of a month and unit stands on its way to publication. */
export interface Standing {
  /** Null where the report is made of this month; else the next month that it is made of. */
  readonly nextMonth: Month | null;
  /** Null where the report has no calendar. */
  readonly steps: readonly Step[] | null;
  /** The first step that is not done; null where all are. */
  readonly stage: StepName | null;
  /** What is missing, in the order of the steps; empty: it is ready to be published. */
  readonly missing: readonly Missing[];
  /** Null where the report has no calendar: its publisher alone signs it. */
  readonly approval: ApprovalNode | null;
  /**
   * Whether it may be submitted as far as it goes: `no` where something must be there first, `with-reason` where somebody
   * must say why it goes forward as it is.
   */
  readonly submittable: 'yes' | 'with-reason' | 'no';
  /** Whether nothing is missing. */
  readonly ready: boolean;
}

/** Says where a report stands. Pure: the same of everything gives the same. */
export function standingOf(asked: CycleAsked): Standing {
  const { report, month, unit, units, approvals, today } = asked;
  const { cycle } = report;
  const approval = cycle === undefined ? null : approvalTree(cycle.approval, units, unit, approvals);
  const missing = missingOf(asked, approval);
  const dates = cycle === undefined ? null : datesOf(cycle, month);
  const doings = doingsOf(asked, approval, missing);
  const due = reportedMonth(report.rhythm, month, asked.financialYearStart);
  return {
    nextMonth: due === month ? null : due,
    steps: dates && stepNames.map((name) => stepOf(name, dates[name], doings[name], today)),
    stage: stepNames.find((name) => !doings[name].done) ?? null,
    missing,
    approval,
    submittable: submittableBy(missing, unit.code),
    ready: missing.length === 0,
  };
}

/** Its own approval is what submitting is for. */
function submittableBy(missing: readonly Missing[], unit: string): Standing['submittable'] {
  const others = missing.filter((one) => one.kind !== 'approval' || one.unit !== unit);
  if (others.length === 0) return 'yes';
  return others.every(({ mayGoWithout }) => mayGoWithout) ? 'with-reason' : 'no';
}

/** What is published is done with, whatever has become of it since; so is what is approved, whatever was missing in it. */
function doingsOf(
  { comments, unit, units, edition }: CycleAsked,
  approval: ApprovalNode | null,
  missing: readonly Missing[],
): Readonly<Record<StepName, Doing>> {
  const published = edition !== null;
  const approved = approval?.approved ?? (published || missing.length === 0);
  const past = published || (approval?.approved ?? false);
  const done = (name: StepName): boolean => past || missing.every(({ step }) => step !== name);
  const within = new Set(coveredBy(units, unit.code));
  const written = comments.filter(({ key, state }) => state === 'approved' && within.has(key.unit));
  return {
    // Data is loaded again and again: when it was first good enough, nobody knows.
    figures: { done: done('figures'), on: null },
    commentary: { done: done('commentary'), on: lastDay(written.map(({ at }) => at)) },
    'sign-off': { done: published || approved, on: approval?.standing ? lastDay([approval.standing.at]) : null },
    publication: { done: published, on: edition?.on ?? null },
  };
}

const lastDay = (times: readonly Date[]): Day | null =>
  times
    .map((at) => at.toISOString().slice(0, 10))
    .toSorted()
    .at(-1) ?? null;
