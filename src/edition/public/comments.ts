import type { Finding } from '../../document/index.ts';
import type { Comment } from '../../pack/index.ts';

/** Names a comment of one report and month, for whoever says that it may go out: indicator, unit and heading. */
export const commentName = ({ indicator, unit, heading }: Pick<Comment, 'indicator' | 'unit' | 'heading'>): string =>
  [indicator ?? '', unit ?? '', heading].join('|');

/**
 * The comments that whoever signs lets go out. A comment is written for the organisation: none is public because it was approved
 * inside it.
 *
 * @param chosen by `commentName`, or all
 */
export function commentsChosen(comments: readonly Comment[], chosen: 'all' | readonly string[]): Comment[] {
  return comments.filter((comment) => chosen === 'all' || chosen.includes(commentName(comment)));
}

/** Comments for the public in which a number was typed: nothing guards it, as figures that are tied to their cells are. */
export function typedNumbers(comments: readonly Comment[]): Finding[] {
  return comments
    .filter(({ text }) => /\d/.test(text.replaceAll(/\{[^{}]*\}/g, '')))
    .map(({ indicator, heading }) => ({
      about: 'commentary',
      where: `${indicator ?? 'The report as a whole'} (${heading})`,
      says: 'A number is typed in a comment that would be public: no small number behind it is guarded. Put a token in its place, or see that it says nothing of few children.',
    }));
}
