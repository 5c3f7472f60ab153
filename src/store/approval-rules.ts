import type { Transition } from './transitions.ts';

export const approvalStates = ['open', 'submitted', 'approved-1', 'approved-2', 'returned'] as const;
export type ApprovalState = (typeof approvalStates)[number];
export const approvalActions = ['submit', 'withdraw', 'approve', 'return'] as const;
export type ApprovalAction = (typeof approvalActions)[number];
/** In how many steps a report is approved. */
export type ApprovalSteps = 1 | 2;

const before: readonly Transition<ApprovalState, ApprovalAction>[] = [
  { action: 'submit', from: ['open', 'returned'], by: ['author', 'approver'], to: 'submitted', reason: false },
  { action: 'withdraw', from: ['submitted'], by: ['author'], to: 'open', reason: true },
  { action: 'approve', from: ['submitted'], by: ['approver'], to: 'approved-1', reason: false },
  { action: 'return', from: ['submitted'], by: ['approver'], to: 'returned', reason: true },
];

/** The rules of a report approved in one step or in two. What is approved goes back only by being returned, with a reason. */
export const approvalRules: Readonly<Record<ApprovalSteps, readonly Transition<ApprovalState, ApprovalAction>[]>> = {
  1: [...before, { action: 'return', from: ['approved-1'], by: ['approver'], to: 'returned', reason: true }],
  2: [
    ...before,
    { action: 'approve', from: ['approved-1'], by: ['second-approver'], to: 'approved-2', reason: false },
    { action: 'return', from: ['approved-1', 'approved-2'], by: ['second-approver'], to: 'returned', reason: true },
  ],
};

/** Whether nothing is left to approve. */
export const isApproved = (state: ApprovalState, steps: ApprovalSteps): boolean => state === `approved-${steps}`;

/** Whether the figures are held as they were submitted. */
export const isUnderReview = (state: ApprovalState): boolean => state !== 'open' && state !== 'returned';
