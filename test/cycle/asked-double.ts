import type { CycleAsked } from '../../src/cycle/index.ts';
import type { Unit } from '../../src/measure/index.ts';
import type { ApprovalState, ApprovalVersion, Comment } from '../../src/store/index.ts';
import { isApproved, isUnderReview } from '../../src/store/index.ts';
import { reportOf } from '../web/figures-double.ts';

/** A county of two districts with two teams each, one of them right under the county. */
export const units: readonly Unit[] = [
  { code: 'C', name: 'County', kind: 'authority', parent: null },
  { code: 'D1', name: 'North', kind: 'district', parent: 'C' },
  { code: 'T1', name: 'North one', kind: 'team', parent: 'D1' },
  { code: 'T2', name: 'North two', kind: 'team', parent: 'D1' },
  { code: 'D2', name: 'South', kind: 'district', parent: 'C' },
  { code: 'T3', name: 'South one', kind: 'team', parent: 'D2' },
  { code: 'T4', name: 'Front door', kind: 'team', parent: 'C' },
  { code: 'not-attributed', name: 'Not attributed', kind: 'not-attributed', parent: 'C' },
];

type Levels = ('team' | 'district' | 'authority')[];
export const board = (levels: Levels = ['authority'], steps: 1 | 2 = 1) =>
  reportOf({
    id: 'board',
    title: 'Board report',
    cycle: { 'data-cut-off': 3, 'commentary-due': 6, 'sign-off': 8, publication: 10, approval: { steps, levels } },
  });

export const sha = (letter: string): string => letter.repeat(64);

export function approvalOf(unit: string, state: ApprovalState, steps: 1 | 2 = 1): ApprovalVersion {
  const submission = { extractHash: sha('a'), definitionsHash: sha('b'), steps, covers: [unit], below: [] };
  return {
    key: { report: 'board', month: '2026-10', unit },
    state,
    submission,
    approved: isApproved(state, steps),
    underReview: isUnderReview(state),
    version: 1,
    action: 'submit',
    who: 'user-1',
    role: 'Head of service',
    at: new Date('2026-11-10T12:00:00Z'),
    why: null,
  };
}

export const commentOf = (state: Comment['state'], key: Partial<Comment['key']> = {}): Comment => ({
  key: { report: 'board', indicator: 'seen', unit: 'C', month: '2026-10', heading: 'Cause', ...key },
  state,
  authorRole: 'Head of safeguarding',
  text: 'Words.',
  quoted: [],
  causes: [],
  shares: null,
  version: 1,
  action: 'write',
  who: 'user-2',
  role: 'Head of safeguarding',
  at: new Date('2026-11-09T12:00:00Z'),
  why: null,
});

/** A place for words that are required, under two headings. */
export const place = {
  indicator: 'seen',
  title: 'Children seen',
  owner: 'Head of safeguarding',
  headings: ['Cause', 'Action'],
  required: 'The report asks for a comment where the status is “Red”.',
};

/** October 2026 of the county on 5 November: figures are ready, nothing is asked, nobody has submitted. */
export const asked = (given: Partial<CycleAsked> = {}): CycleAsked => ({
  report: board(),
  month: '2026-10',
  unit: units[0] as Unit,
  units,
  financialYearStart: 4,
  today: '2026-11-05',
  figures: { asAt: '2026-10-31', any: true, blockers: [] },
  places: [],
  given: [],
  comments: [],
  findings: [],
  approvals: [],
  edition: null,
  ...given,
});
