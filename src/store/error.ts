/** Why the store refuses. The codes are stable; the message says what is wrong and what to do. */
export type StoreErrorCode =
  /** Somebody changed it since it was read: `changedBy` says who. */
  | 'stale'
  /** The rules of its states do not allow this from where it stands, or not to this part. */
  | 'not-allowed'
  /** A change of this kind needs a reason. */
  | 'reason-missing'
  /** What is named does not exist in the store. */
  | 'not-found'
  /** The report is approved for that unit and month: return the approval first. */
  | 'approved'
  /** A level below is not approved yet. */
  | 'below-not-approved'
  /** A level above has been submitted with these figures: return it first. */
  | 'above-submitted'
  /** There is an edition of it: correct that one. */
  | 'already-published'
  /** A field is missing, unknown, or not in its form. */
  | 'not-valid'
  | 'store-address'
  | 'store-unreachable'
  /** The store was made by a later version of the program. */
  | 'store-newer'
  /** A migration recorded in the store is not the one of that number here. */
  | 'migration-differs';

/** Who made the change that a stale write would have written over. */
export interface ChangedBy {
  readonly version: number;
  readonly who: string;
  readonly role: string;
  readonly at: Date;
}

/** What the store refuses; nothing was changed. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  /** Of `stale` alone. */
  readonly changedBy: ChangedBy | null;

  constructor(code: StoreErrorCode, message: string, changedBy: ChangedBy | null = null) {
    super(message);
    this.name = 'StoreError';
    this.code = code;
    this.changedBy = changedBy;
  }
}
