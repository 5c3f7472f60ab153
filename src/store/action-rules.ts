import type { Transition } from './transitions.ts';

/** `none`: not raised yet. */
export const actionStates = ['none', 'open', 'done', 'dropped'] as const;
export type ActionState = (typeof actionStates)[number];
export const actionSteps = ['raise', 'revise', 'done', 'drop', 'reopen'] as const;
export type ActionStep = (typeof actionSteps)[number];

const anybody = ['author', 'approver'] as const;

/** An open action may be revised (text, owner, due date); what is dropped or opened again needs a reason. */
export const actionRules: readonly Transition<ActionState, ActionStep>[] = [
  { action: 'raise', from: ['none'], by: anybody, to: 'open', reason: false },
  { action: 'revise', from: ['open'], by: anybody, to: 'open', reason: false },
  { action: 'done', from: ['open'], by: anybody, to: 'done', reason: false },
  { action: 'drop', from: ['open'], by: anybody, to: 'dropped', reason: true },
  { action: 'reopen', from: ['done', 'dropped'], by: anybody, to: 'open', reason: true },
];
