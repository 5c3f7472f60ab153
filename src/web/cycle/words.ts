import { dayLabel } from '../../calendar/index.ts';
import type { ApprovalNode, Step, StepName } from '../../cycle/index.ts';
import type { ApprovalAction } from '../../store/index.ts';
import { several } from '../words.ts';

export const stepTitles: Readonly<Record<StepName, string>> = {
  figures: 'Figures ready',
  commentary: 'Commentary approved',
  'sign-off': 'Signed off',
  publication: 'Published',
};

/** What a report waits for, where nobody must hurry. */
export const waitsFor: Readonly<Record<StepName, string>> = {
  figures: 'Waits for its figures',
  commentary: 'Waits for commentary',
  'sign-off': 'Waits for sign-off',
  publication: 'Ready to publish',
};

const days = (count: number): string => several(count, 'working day', 'working days');

/** @example 'Overdue by 3 working days' */
export function stateInWords({ state, workingDays, doneOn }: Step): string {
  if (state === 'overdue') return `Overdue by ${days(workingDays)}`;
  if (state === 'to-come') return workingDays === 0 ? 'Due now' : `${sentence(days(workingDays))} left`;
  if (doneOn === null) return 'Done';
  return `Done on ${dayLabel(doneOn)}${workingDays === 0 ? '' : `, ${days(workingDays)} late`}`;
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** Where an approval stands. */
export function approvalInWords({ state, steps }: Pick<ApprovalNode, 'state' | 'steps'>): string {
  switch (state) {
    case 'open':
      return 'Not submitted';
    case 'returned':
      return 'Returned';
    case 'submitted':
      return 'Submitted';
    case 'approved-1':
      return steps === 1 ? 'Approved' : 'Approved once, waits for the second approval';
    case 'approved-2':
      return 'Approved';
  }
}

/** What the history says was done. */
export const doneWords: Readonly<Record<ApprovalAction, string>> = {
  submit: 'Submitted',
  withdraw: 'Withdrawn',
  approve: 'Approved',
  return: 'Returned',
};

/** What the button says. */
export const doWords: Readonly<Record<ApprovalAction, string>> = {
  submit: 'Submit for approval',
  withdraw: 'Withdraw it',
  approve: 'Approve',
  return: 'Return it',
};
