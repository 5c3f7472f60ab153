import type { JSX } from 'preact';
import type { StatusCell } from '../../document/index.ts';

type Status = NonNullable<StatusCell['status']>;

const shapes: Readonly<Record<Status, JSX.Element>> = {
  met: <circle cx="6" cy="6" r="5" />,
  near: <path d="M6 0.5 L12 11.5 H0 Z" />,
  away: <path d="M1 1 H11 V11 H1 Z" />,
};

export interface StatusMarkProps {
  readonly status: Status;
  readonly word: string;
}

/** A status as a word and a shape; its colour only says it again. */
export function StatusMark({ status, word }: StatusMarkProps): JSX.Element {
  return (
    <strong class={`app-status app-status--${status}`}>
      <svg aria-hidden="true" focusable="false" width="12" height="12" viewBox="0 0 12 12" fill="currentColor">
        {shapes[status]}
      </svg>
      {word}
    </strong>
  );
}
