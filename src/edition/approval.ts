import { monthLabel } from '../calendar/index.ts';
import type { ApprovalKey, Store, Submission } from '../store/index.ts';
import { EditionError } from './error.ts';

/**
 * What was approved for publication; null where nobody has begun to have the report approved, and the signature alone decides.
 *
 * @param definitionsHash of the pack as it is
 * @throws EditionError `not-approved`, `definitions-differ`
 */
export async function approvalOf(
  { approvals }: Pick<Store, 'approvals'>,
  key: ApprovalKey,
  definitionsHash: string,
): Promise<Submission | null> {
  const { report, month, unit } = key;
  const begun = await approvals.list(report, month);
  if (begun.length === 0) return null;
  const own = begun.find((one) => one.key.unit === unit);
  if (!own?.approved || own.submission === null) {
    const state = own === undefined ? 'it has not been submitted' : `it is ${words[own.state] ?? own.state}`;
    throw new EditionError('not-approved', `${report} of ${monthLabel(month)} for ${unit} is not approved: ${state}`);
  }
  if (own.submission.definitionsHash !== definitionsHash) {
    throw new EditionError(
      'definitions-differ',
      'The pack has changed since the report was approved: return the report, and submit it again',
    );
  }
  return own.submission;
}

const words: Readonly<Record<string, string>> = {
  open: 'open',
  submitted: 'submitted and waits for approval',
  'approved-1': 'approved in its first step and waits for the second',
  returned: 'returned',
};
