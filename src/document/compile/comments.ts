import type { Comment } from '../../pack/index.ts';
import { whyRequired } from './comment-required.ts';
import type { CommentRule } from './comment-rules.ts';
import type { Context } from './context.ts';

/**
 * What people wrote for this report, unit and month about an indicator, or about the report as a whole: of each heading
 * the last given. A comment without a unit is about the authority, one without a report is for every report.
 */
export function commentsOf({ input, report, unit, month }: Context, indicator: string | null): Comment[] {
  const own = input.comments.filter(
    (comment) =>
      comment.month === month &&
      (comment.report ?? report.id) === report.id &&
      (comment.indicator ?? null) === indicator &&
      (comment.unit === undefined ? unit.parent === null : comment.unit === unit.code),
  );
  return [...new Map(own.map((comment) => [comment.heading, comment])).values()];
}

/** What is missing where a comment is required of the indicator of the section; null where nothing is. */
export function missingCommentary(
  context: Context,
  { headings, required }: Pick<CommentRule, 'headings' | 'required'>,
): string | null {
  const { entry } = context;
  if (entry?.indicator == null) return null;
  const why = whyRequired(context, entry.indicator.id, required);
  if (why === null) return null;
  const because = `A comment is required of an indicator ${why}`;
  const given = new Set(commentsOf(context, entry.indicator.id).map(({ heading }) => heading));
  const absent = headings.filter((heading) => !given.has(heading));
  if (given.size === 0) return `${because}, and none has been written.`;
  return absent.length === 0 ? null : `${because}, and nothing has been written under ${absent.join(', ')}.`;
}

/** @example paragraphsOf('One.\n\nTwo.') // ['One.', 'Two.'] */
export const paragraphsOf = (words: string): string[] => words.split(/\n\s*\n/).map((paragraph) => paragraph.trim());
