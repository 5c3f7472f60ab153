import type { Month } from '../calendar/index.ts';
import type { Done, PartAct } from './act.ts';
import { approvalsAt, approved } from './approval-locks.ts';
import {
  type ApprovalAction,
  type ApprovalState,
  type ApprovalSteps,
  approvalRules,
  isApproved,
  isUnderReview,
} from './approval-rules.ts';
import { StoreError } from './error.ts';
import { exclusively } from './exclusive.ts';
import { needHash, needMonth, needText } from './forms.ts';
import { append, checkSeen, doneOf, threadOf } from './ledger.ts';
import type { Dialect } from './migrations/index.ts';
import type { ConceptTables, Database, Writing } from './tables.ts';
import { follow } from './transitions.ts';

/** Approval is by report, month and level: the unit at the head of what is approved. */
export interface ApprovalKey {
  readonly report: string;
  readonly month: Month;
  readonly unit: string;
}

/** What is put forward for approval. */
export interface Submission {
  /** Of the extracts that the figures under review were made from. */
  readonly extractHash: string;
  readonly definitionsHash: string;
  readonly steps: ApprovalSteps;
  /** Codes of the units whose figures are in it; the unit of the key always is. */
  readonly covers: readonly string[];
  /** Units of the level below that must be approved first. */
  readonly below: readonly string[];
}

export interface ApprovalVersion extends Done {
  readonly key: ApprovalKey;
  readonly state: ApprovalState;
  /** What was submitted last; null after it was withdrawn. */
  readonly submission: Submission | null;
  /** Whether nothing is left to approve. */
  readonly approved: boolean;
  /** Whether the figures stay as submitted: read them by the hashes of the submission. */
  readonly underReview: boolean;
}

/**
 * Approvals. A unit that nobody has submitted is open, at version 0.
 *
 * @example
 * await approvals.submit(key, { extractHash, definitionsHash, steps: 1, covers: ['E1', 'T1'], below: ['T1'] }, 0, act);
 */
export interface Approvals {
  /** Null: open, never submitted. */
  at(key: ApprovalKey): Promise<ApprovalVersion | null>;
  /** All that were ever submitted for a report and month, by unit. */
  list(report: string, month: Month): Promise<readonly ApprovalVersion[]>;
  /** Every change, oldest first. */
  history(key: ApprovalKey): Promise<readonly ApprovalVersion[]>;
  /** @throws StoreError `below-not-approved` where a unit of the level below has not been approved, `above-submitted`. */
  submit(key: ApprovalKey, submission: Submission, seen: number, act: PartAct): Promise<ApprovalVersion>;
  /** @throws StoreError `above-submitted` where a unit that covers this one is under review. */
  move(
    key: ApprovalKey,
    action: Exclude<ApprovalAction, 'submit'>,
    seen: number,
    act: PartAct,
  ): Promise<ApprovalVersion>;
}

type Row = ConceptTables['approvals'];

const nameOf = ({ report, month, unit }: ApprovalKey): string =>
  threadOf(needText('report', report), needMonth(month), needText('unit', unit));

function versionOf(row: Row): ApprovalVersion {
  const state = row.state as ApprovalState;
  const steps = row.steps as ApprovalSteps;
  const { extract_hash: extractHash, definitions_hash: definitionsHash } = row;
  return {
    key: { report: row.report, month: row.month, unit: row.unit },
    state,
    submission:
      extractHash === null || definitionsHash === null
        ? null
        : { extractHash, definitionsHash, steps, covers: JSON.parse(row.covers), below: JSON.parse(row.below) },
    approved: isApproved(state, steps),
    underReview: isUnderReview(state),
    ...doneOf(row),
  };
}

const rowsOf = (db: Database | Writing, thread: string): Promise<Row[]> =>
  db.selectFrom('approvals').selectAll().where('thread', '=', thread).orderBy('version').execute();

export function approvalsOf(db: Database, dialect: Dialect): Approvals {
  const change = (
    key: ApprovalKey,
    action: ApprovalAction,
    seen: number,
    act: PartAct,
    submission: Submission | null,
  ): Promise<ApprovalVersion> =>
    exclusively(db, dialect, async (writing) => {
      const thread = nameOf(key);
      const last = (await rowsOf(writing, thread)).at(-1) ?? null;
      checkSeen(last, seen);
      const from = (last?.state ?? 'open') as ApprovalState;
      const steps = submission?.steps ?? ((last?.steps ?? 1) as ApprovalSteps);
      const state = follow(approvalRules[steps], { action, from, by: act.as, why: act.why });
      const others = (await approvalsAt(writing, key.report, key.month)).filter(({ unit }) => unit !== key.unit);
      if (submission) checkBelow(submission, others);
      if (action !== 'approve') checkAbove(key, others);
      const content = submission ? columnsOf(key, submission) : action === 'withdraw' ? nothing(steps) : kept(last);
      const { report, month, unit } = key;
      const change = { thread, last, seen, action };
      return versionOf(await append(writing, 'approvals', change, act, { report, month, unit, state, ...content }));
    });

  return {
    at: async (key) => {
      const last = (await rowsOf(db, nameOf(key))).at(-1);
      return last ? versionOf(last) : null;
    },
    list: async (report, month) => (await approvalsAt(db, report, month)).map(versionOf),
    history: async (key) => (await rowsOf(db, nameOf(key))).map(versionOf),
    submit: (key, submission, seen, act) => change(key, 'submit', seen, act, submission),
    move: (key, action, seen, act) => change(key, action, seen, act, null),
  };
}

function checkBelow({ below }: Submission, others: readonly Row[]): void {
  const open = below.filter((unit) => !others.some((row) => row.unit === unit && approved(row)));
  if (open.length > 0) throw new StoreError('below-not-approved', `Not approved yet: ${open.join(', ')}.`);
}

function checkAbove({ unit }: ApprovalKey, others: readonly Row[]): void {
  const above = others.find(
    (row) => isUnderReview(row.state as ApprovalState) && (JSON.parse(row.covers) as string[]).includes(unit),
  );
  if (above)
    throw new StoreError('above-submitted', `It is part of what ${above.unit} has submitted: return that first.`);
}

type Content = Pick<Row, 'steps' | 'extract_hash' | 'definitions_hash' | 'covers' | 'below'>;

const columnsOf = (
  { unit }: ApprovalKey,
  { steps, extractHash, definitionsHash, covers, below }: Submission,
): Content => ({
  steps,
  extract_hash: needHash('The hash of the extract', extractHash),
  definitions_hash: needHash('The hash of the definitions', definitionsHash),
  covers: JSON.stringify([...new Set([unit, ...covers, ...below])]),
  below: JSON.stringify(below),
});

const nothing = (steps: ApprovalSteps): Content => ({
  steps,
  extract_hash: null,
  definitions_hash: null,
  covers: '[]',
  below: '[]',
});

function kept(last: Row | null): Content {
  if (last === null) throw new StoreError('not-found', 'It has not been submitted.');
  const { steps, extract_hash, definitions_hash, covers, below } = last;
  return { steps, extract_hash, definitions_hash, covers, below };
}
