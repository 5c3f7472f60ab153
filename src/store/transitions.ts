import type { Part } from './act.ts';
import { StoreError } from './error.ts';

/** One row of a table of rules: what may be done from which states, by whom, and where it leads. */
export interface Transition<State extends string, Action extends string> {
  readonly action: Action;
  readonly from: readonly State[];
  readonly by: readonly Part[];
  readonly to: State;
  /** Whether a reason must be given. */
  readonly reason: boolean;
}

/**
 * The state that an action leads to.
 *
 * @throws StoreError `not-allowed` where no rule allows it, `reason-missing` where it needs a reason and has none.
 */
export function follow<State extends string, Action extends string>(
  rules: readonly Transition<State, Action>[],
  asked: { readonly action: Action; readonly from: State; readonly by: Part; readonly why?: string | null },
): State {
  const { action, from, by, why } = asked;
  const fitting = rules.filter((rule) => rule.action === action && rule.from.includes(from));
  if (fitting.length === 0) throw new StoreError('not-allowed', `It is ${from}: ${action} is not possible now.`);
  const rule = fitting.find((each) => each.by.includes(by));
  if (!rule) {
    const parts = fitting.flatMap((each) => each.by).join(' or ');
    throw new StoreError('not-allowed', `It is ${from}: ${action} is for the ${parts}, not for the ${by}.`);
  }
  if (rule.reason && !hasText(why)) throw new StoreError('reason-missing', `To ${action} it, say why.`);
  return rule.to;
}

/** Whether there is anything but space in a text. */
export const hasText = (text: string | null | undefined): text is string => /\S/.test(text ?? '');
