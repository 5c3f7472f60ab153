import type { JSX } from 'preact';
import type { Comment, CommentVersion } from '../../store/index.ts';
import { Difference } from './history.tsx';
import { momentLabel } from './when.ts';

interface Props {
  readonly comment: Comment;
  /** The version that the person began from. */
  readonly seen: number;
  readonly history: readonly CommentVersion[];
}

/** Says that somebody changed the words while a person typed, and how; what was typed stands in the field below it. */
export function Conflict({ comment, seen, history }: Props): JSX.Element {
  const before = history.find(({ version }) => version === seen)?.text ?? '';
  return (
    <div class="app-conflict" role="alert">
      <p>
        <strong>
          {comment.role} changed this on {momentLabel(comment.at)}, while you were writing.
        </strong>{' '}
        Your words stand below and are not saved. Saving them now puts them in the place of these:
      </p>
      <p class="app-prose">
        <Difference before={before} after={comment.text} />
      </p>
    </div>
  );
}
