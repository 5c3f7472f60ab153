import type { JSX } from 'preact';
import type { Status } from '../../judgement/index.ts';
import { StatusMark } from '../../output/index.ts';
import type { StatusLabels } from '../status-labels.ts';

interface Props {
  readonly status: Status | null;
  readonly labels: StatusLabels;
  /** Why there is none. */
  readonly reason?: string | null;
  /** Whether a person set it in place of the rule's. */
  readonly byHand?: boolean;
}

/** A status in the words of a scorecard, and why there is none. */
export function StatusTag({ status, labels, reason, byHand = false }: Props): JSX.Element {
  if (status === null) return <span class="app-status-none">{reason ?? labels.none}</span>;
  return (
    <>
      <StatusMark status={status} word={labels[status]} />
      {byHand && <span class="app-quiet"> set by hand</span>}
    </>
  );
}
