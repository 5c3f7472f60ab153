import type { JSX } from 'preact';

interface Props {
  readonly state: string;
  readonly word: string;
}

/** Shapes that differ without colour: empty, being filled, sent, come back, full. */
const shapes: Readonly<Record<string, string>> = {
  missing: '○',
  draft: '◔',
  submitted: '◑',
  returned: '↩',
  approved: '●',
  open: '○',
  done: '●',
  dropped: '–',
};

/** The state of a comment or an action: a word and a shape. */
export function StateTag({ state, word }: Props): JSX.Element {
  const shape = shapes[state];
  return (
    <span class={`app-state-tag app-state-tag--${state}`}>
      {shape !== undefined && (
        <span class="app-state-tag__shape" aria-hidden="true">
          {shape}
        </span>
      )}
      {word}
    </span>
  );
}
