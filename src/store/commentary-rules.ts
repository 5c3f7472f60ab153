import type { Transition } from './transitions.ts';

/** `none`: nothing has been written for the key. */
export const commentaryStates = ['none', 'draft', 'submitted', 'returned', 'approved'] as const;
export type CommentaryState = (typeof commentaryStates)[number];
export const commentaryActions = ['write', 'share', 'submit', 'withdraw', 'return', 'approve', 'reopen'] as const;
export type CommentaryAction = (typeof commentaryActions)[number];

/** An approved comment goes back to a draft only by being reopened, with a reason. */
export const commentaryRules: readonly Transition<CommentaryState, CommentaryAction>[] = [
  { action: 'write', from: ['none', 'draft', 'returned'], by: ['author', 'approver'], to: 'draft', reason: false },
  { action: 'share', from: ['none', 'draft', 'returned'], by: ['author', 'approver'], to: 'draft', reason: false },
  { action: 'submit', from: ['draft'], by: ['author', 'approver'], to: 'submitted', reason: false },
  { action: 'withdraw', from: ['submitted'], by: ['author'], to: 'draft', reason: false },
  { action: 'return', from: ['submitted'], by: ['approver'], to: 'returned', reason: true },
  { action: 'approve', from: ['submitted'], by: ['approver'], to: 'approved', reason: false },
  { action: 'reopen', from: ['approved'], by: ['approver'], to: 'draft', reason: true },
];
