import { describe, expect, test } from 'vitest';
import {
  actionRules,
  actionStates,
  actionSteps,
  approvalActions,
  approvalRules,
  approvalStates,
  commentaryActions,
  commentaryRules,
  commentaryStates,
  follow,
  StoreError,
  type Transition,
} from '../../src/store/index.ts';
import { actions, commentary, oneStep, twoSteps } from './rule-tables.ts';

const parts = ['author', 'approver', 'second-approver'] as const;

/** Every action from every state by every part, as `from action part -> to`; what is refused is left out. */
function allowed<S extends string, A extends string>(
  rules: readonly Transition<S, A>[],
  states: readonly S[],
  actions: readonly A[],
  why: string | undefined,
): string[] {
  return states.flatMap((from) =>
    actions.flatMap((action) =>
      parts.flatMap((by) => {
        try {
          return [`${from} ${action} ${by} -> ${follow(rules, { action, from, by, why })}`];
        } catch (error) {
          if (error instanceof StoreError && (error.code === 'not-allowed' || error.code === 'reason-missing'))
            return [];
          throw error;
        }
      }),
    ),
  );
}

describe('every action, from every state, by every part', () => {
  test.each([
    ['a comment', commentary, (why?: string) => allowed(commentaryRules, commentaryStates, commentaryActions, why)],
    ['an action', actions, (why?: string) => allowed(actionRules, actionStates, actionSteps, why)],
    [
      'an approval in one step',
      oneStep,
      (why?: string) => allowed(approvalRules[1], approvalStates, approvalActions, why),
    ],
    [
      'an approval in two steps',
      twoSteps,
      (why?: string) => allowed(approvalRules[2], approvalStates, approvalActions, why),
    ],
  ])('%s', (_, expected, found) => {
    expect(found('because').toSorted()).toEqual(expected.all);
    expect(found().toSorted()).toEqual(expected.withoutReason);
    expect(found(' \n').toSorted()).toEqual(expected.withoutReason);
  });
});

test('a refusal says where it stands, what was asked for and whose it is', () => {
  expect(() => follow(commentaryRules, { action: 'approve', from: 'submitted', by: 'author' })).toThrow(
    'It is submitted: approve is for the approver, not for the author.',
  );
  expect(() => follow(commentaryRules, { action: 'approve', from: 'draft', by: 'approver' })).toThrow(
    'It is draft: approve is not possible now.',
  );
});
