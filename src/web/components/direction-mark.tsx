import type { JSX } from 'preact';
import type { Direction } from '../../judgement/index.ts';

const shapes: Readonly<Record<Direction, JSX.Element>> = {
  better: <path d="M6 1 L12 11 H0 Z" />,
  worse: <path d="M6 11 L0 1 H12 Z" />,
  same: <path d="M0 3 H12 V5 H0 Z M0 7 H12 V9 H0 Z" />,
};

/** A direction as a word and an arrow: up is better, down is worse, whichever way the number went. */
export function DirectionMark({ direction }: { readonly direction: Direction }): JSX.Element {
  return (
    <span class={`app-direction app-direction--${direction}`}>
      <svg aria-hidden="true" focusable="false" width="11" height="11" viewBox="0 0 12 12" fill="currentColor">
        {shapes[direction]}
      </svg>
      {direction}
    </span>
  );
}
