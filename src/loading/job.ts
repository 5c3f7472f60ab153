import type { LoadStep, Preview } from '../intake/index.ts';
import type { LoadOutcome } from './messages.ts';
import type { ReceivedFile } from './upload-folder.ts';

/** Where an upload is on its way. */
export type JobState =
  /** It is being worked out what each file is. */
  | { readonly stage: 'recognising' }
  /** A person is to confirm. `locked`: it was tried, while another process was loading into the same data. */
  | { readonly stage: 'waiting'; readonly preview: Preview; readonly locked?: true }
  | { readonly stage: 'loading'; readonly started: Date; readonly step: LoadStep | null; readonly cancelling: boolean }
  | { readonly stage: 'done'; readonly outcome: LoadOutcome }
  /** `changed`: the data in force is another all the same. */
  | { readonly stage: 'failed'; readonly why: string; readonly changed: boolean }
  | { readonly stage: 'cancelled'; readonly why: string };

/** One upload, from its files to its outcome. */
export interface Job {
  /** In addresses; says nothing of what is loaded. */
  readonly id: string;
  readonly files: readonly ReceivedFile[];
  readonly state: JobState;
}

/** Whether files of a job still lie in the upload folder. */
export function isOpen({ state: { stage } }: Job): boolean {
  return stage === 'recognising' || stage === 'waiting' || stage === 'loading';
}

const shares = { reading: [0, 0.7], writing: [0.7, 0.2], checking: [0.9, 0.1] } as const;

/** How much of a load is done, from 0 to 1: reading is most of it. */
export function partDone(step: LoadStep | null): number {
  if (step === null) return 0;
  const [from, share] = shares[step.stage];
  return from + share * Math.min(Math.max(step.part, 0), 1);
}
