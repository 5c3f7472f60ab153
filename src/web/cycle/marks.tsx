import type { JSX } from 'preact';
import type { ApprovalNode, Step } from '../../cycle/index.ts';
import { approvalInWords } from './words.ts';

export type Mark = 'done' | 'now' | 'later' | 'overdue' | 'back';

const shapes: Readonly<Record<Mark, JSX.Element>> = {
  done: (
    <>
      <circle cx="12" cy="12" r="11" fill="currentColor" />
      <path d="M6.5 12.5 L10.5 16.5 L17.5 8" fill="none" stroke="#fff" stroke-width="2.5" />
    </>
  ),
  now: (
    <>
      <circle cx="12" cy="12" r="10" fill="#fff" stroke="currentColor" stroke-width="2.5" />
      <circle cx="12" cy="12" r="5" fill="currentColor" />
    </>
  ),
  later: <circle cx="12" cy="12" r="10" fill="#fff" stroke="currentColor" stroke-width="2.5" />,
  overdue: (
    <>
      <path d="M12 1 L23.5 22.5 H0.5 Z" fill="currentColor" />
      <path d="M11 8.5 H13 V15.5 H11 Z M11 17.5 H13 V19.5 H11 Z" fill="#fff" />
    </>
  ),
  back: (
    <>
      <path d="M1.5 1.5 H22.5 V22.5 H1.5 Z" fill="currentColor" />
      <path d="M17.5 12 H7.5 M11.5 7.5 L7 12 L11.5 16.5" fill="none" stroke="#fff" stroke-width="2.5" />
    </>
  ),
};

/** The shape of a state; the word stands beside it. */
export function MarkShape({ mark, size = 24 }: { readonly mark: Mark; readonly size?: number }): JSX.Element {
  return (
    <svg
      class={`app-mark app-mark--${mark}`}
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 24 24"
    >
      {shapes[mark]}
    </svg>
  );
}

/** @param now whether the report stands at this step */
export function markOf({ state }: Step, now: boolean): Mark {
  if (state === 'done' || state === 'overdue') return state;
  return now ? 'now' : 'later';
}

/** Where an approval stands, as a shape and a word. */
export function ApprovalMark({
  node,
}: {
  readonly node: Pick<ApprovalNode, 'state' | 'steps' | 'approved'>;
}): JSX.Element {
  const { state, approved } = node;
  const mark = approved ? 'done' : state === 'open' ? 'later' : state === 'returned' ? 'back' : 'now';
  return (
    <strong class={`app-approval app-approval--${mark}`}>
      <MarkShape mark={mark} size={16} />
      {approvalInWords(node)}
    </strong>
  );
}
