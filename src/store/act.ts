/** Who changes something, when and why. The store reads no clock: the time comes from the edge. */
export interface Act {
  /** The id of the person: `local` until there is sign-in. */
  readonly who: string;
  /** The role in words, as it may be printed: Head of service. */
  readonly role: string;
  readonly at: Date;
  /** Needed where a rule says so; else what the person cares to say. */
  readonly why?: string | null;
}

/** The part that a person plays in the cycle. Who may play which is for whoever signs people in to know. */
export type Part = 'author' | 'approver' | 'second-approver';

/** A change of state: by a person in one of their parts. */
export interface PartAct extends Act {
  readonly as: Part;
}

/** One change as it stands in the store: version n of a thread is its n-th change. */
export interface Done {
  readonly version: number;
  /** What was done: write, submit, return, set … */
  readonly action: string;
  readonly who: string;
  readonly role: string;
  readonly at: Date;
  readonly why: string | null;
}
