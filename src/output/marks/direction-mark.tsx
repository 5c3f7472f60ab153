import type { JSX } from 'preact';
import type { DirectionCell } from '../../document/index.ts';

type Way = NonNullable<DirectionCell['direction']>;

const up = <path d="M6 1 L12 11 H0 Z" />;
const down = <path d="M6 11 L0 1 H12 Z" />;
const shapes: Readonly<Record<Way, JSX.Element>> = {
  better: up,
  up,
  worse: down,
  down,
  same: <path d="M0 3 H12 V5 H0 Z M0 7 H12 V9 H0 Z" />,
};

export interface DirectionMarkProps {
  readonly direction: Way;
  /** Null where neither way is better. */
  readonly good: boolean | null;
  readonly word: string;
}

/** A direction as a word and an arrow: up for better and down for worse, or the way the number went where a report says that. */
export function DirectionMark({ direction, good, word }: DirectionMarkProps): JSX.Element {
  const tone = good === null ? 'same' : good ? 'better' : 'worse';
  return (
    <span class={`app-direction app-direction--${tone}`}>
      <svg aria-hidden="true" focusable="false" width="11" height="11" viewBox="0 0 12 12" fill="currentColor">
        {shapes[direction]}
      </svg>
      {word}
    </span>
  );
}
