import type { JSX } from 'preact';
import type { Status } from '../../judgement/index.ts';
import type { StatusLabels } from '../status-labels.ts';

const shapes: Readonly<Record<Status, JSX.Element>> = {
  met: <circle cx="6" cy="6" r="5" />,
  near: <path d="M6 0.5 L12 11.5 H0 Z" />,
  away: <path d="M1 1 H11 V11 H1 Z" />,
};

interface Props {
  readonly status: Status | null;
  readonly labels: StatusLabels;
  /** Why there is none. */
  readonly reason?: string | null;
  /** Whether a person set it in place of the rule's. */
  readonly byHand?: boolean;
}

/** A status as a word and a shape; its colour only says it again. */
export function StatusTag({ status, labels, reason, byHand = false }: Props): JSX.Element {
  if (status === null) return <span class="app-status-none">{reason ?? labels.none}</span>;
  return (
    <>
      <strong class={`app-status app-status--${status}`}>
        <svg aria-hidden="true" focusable="false" width="12" height="12" viewBox="0 0 12 12" fill="currentColor">
          {shapes[status]}
        </svg>
        {labels[status]}
      </strong>
      {byHand && <span class="app-quiet"> set by hand</span>}
    </>
  );
}
