import type { Case } from '../../measure/index.ts';

/** Why a case counts otherwise than it did. */
export type ChangeReason =
  /** It counts now and was not among the records when the figure was published. */
  | 'recorded-late'
  /** It counts now and was among the records, which have been corrected. */
  | 'corrected-in'
  /** It counted and is not among the records any more. */
  | 'deleted'
  /** It counted and is still among the records, which have been corrected. */
  | 'corrected-out'
  | 'moved-in'
  | 'moved-out'
  /** It meets the condition of the numerator now, or no longer does. */
  | 'changed-side'
  | 'weight-changed';

/** What made it so: the records, or the definitions, among them the list of units. */
export type ChangeCause = 'records' | 'definitions';

/** One case that counts otherwise, and what that makes to the sums. A case that weighs the same is none. */
export interface CaseChange {
  readonly caseId: string;
  readonly reason: ChangeReason;
  readonly cause: ChangeCause;
  /** Where it stood and stands; null where it was or is nowhere. */
  readonly before: Case | null;
  readonly after: Case | null;
  /** What it adds to the numerator and the denominator, in ten-thousandths: whole numbers, which add up exactly. */
  readonly numerator: number;
  readonly denominator: number;
}
