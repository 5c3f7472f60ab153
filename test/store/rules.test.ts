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

/** `from action parts -> to`, one a line; `!` marks those that need a reason. */
function table(text: string): { all: string[]; withoutReason: string[] } {
  const lines = text.trim().split('\n');
  const rows = lines.flatMap((line) => {
    const [from = '', action = '', by = '', , to = ''] = line.trim().split(/\s+/);
    return by
      .split(',')
      .map((part) => ({ reason: action.endsWith('!'), row: `${from} ${action.replace('!', '')} ${part} -> ${to}` }));
  });
  return {
    all: rows.map(({ row }) => row).toSorted(),
    withoutReason: rows
      .filter(({ reason }) => !reason)
      .map(({ row }) => row)
      .toSorted(),
  };
}

const commentary = table(`
  none      write     author,approver -> draft
  none      share     author,approver -> draft
  draft     write     author,approver -> draft
  draft     share     author,approver -> draft
  draft     submit    author,approver -> submitted
  submitted withdraw  author          -> draft
  submitted return!   approver        -> returned
  submitted approve   approver        -> approved
  returned  write     author,approver -> draft
  returned  share     author,approver -> draft
  approved  reopen!   approver        -> draft
`);
const actions = table(`
  none    raise    author,approver -> open
  open    revise   author,approver -> open
  open    done     author,approver -> done
  open    drop!    author,approver -> dropped
  done    reopen!  author,approver -> open
  dropped reopen!  author,approver -> open
`);
const oneStep = table(`
  open       submit     author,approver -> submitted
  returned   submit     author,approver -> submitted
  submitted  withdraw!  author          -> open
  submitted  approve    approver        -> approved-1
  submitted  return!    approver        -> returned
  approved-1 return!    approver        -> returned
`);
const twoSteps = table(`
  open       submit     author,approver -> submitted
  returned   submit     author,approver -> submitted
  submitted  withdraw!  author          -> open
  submitted  approve    approver        -> approved-1
  submitted  return!    approver        -> returned
  approved-1 approve    second-approver -> approved-2
  approved-1 return!    second-approver -> returned
  approved-2 return!    second-approver -> returned
`);

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
