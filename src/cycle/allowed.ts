import {
  type ApprovalAction,
  type ApprovalState,
  type ApprovalSteps,
  approvalRules,
  type Part,
} from '../store/index.ts';

/** Something that may be done with an approval now, and in which part. */
export interface Allowed {
  readonly action: ApprovalAction;
  readonly as: Part;
  /** Whether a reason must be given. */
  readonly reason: boolean;
}

/**
 * What a person may do with an approval from where it stands, by the rules of the store, each action once.
 *
 * @param parts those that the person may play for the unit
 */
export function allowedActions(
  { state, steps }: { readonly state: ApprovalState; readonly steps: ApprovalSteps },
  parts: readonly Part[],
): readonly Allowed[] {
  const found = approvalRules[steps]
    .filter(({ from }) => from.includes(state))
    .flatMap(({ action, by, reason }): Allowed[] => {
      const as = by.find((part) => parts.includes(part));
      return as === undefined ? [] : [{ action, as, reason }];
    });
  return [...new Map(found.map((one) => [one.action, one])).values()];
}
