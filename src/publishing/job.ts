import type { Verification } from '../edition/index.ts';
import type { Asked, Checked, Step, Work } from './messages.ts';

/** Where a piece of work is on its way. */
export type JobState =
  /** So many others come before it. */
  | { readonly stage: 'waiting'; readonly before: number }
  | { readonly stage: 'running'; readonly started: Date; readonly step: Step | null }
  | { readonly stage: 'checked'; readonly checked: Checked }
  | { readonly stage: 'published'; readonly number: number }
  | { readonly stage: 'verified'; readonly verification: Verification }
  /** `code`: why, for the pages; `broken` of a fault of the program. */
  | { readonly stage: 'failed'; readonly code: string; readonly why: string };

/** Something that somebody asked for on a page. */
export interface Job {
  /** In addresses; says nothing of what is published. */
  readonly id: string;
  readonly work: Work;
  readonly state: JobState;
}

export const isOpen = ({ state: { stage } }: Job): boolean => stage === 'waiting' || stage === 'running';

/** The report that a job is about; null of a verification. */
export const askedOf = ({ work }: Job): Asked | null => (work.task === 'verify' ? null : work.asked);
