import { dayLabel, monthEnd } from '../../calendar/index.ts';
import { text } from '../../narrative/index.ts';
import { commentsOf, missingCommentary, paragraphsOf } from '../compile/comments.ts';
import { prose } from '../compile/prose.ts';
import type { Block } from '../tree.ts';
import type { Part } from './part.ts';

/** What people wrote about the indicator of the section, or about the report; what is missing is said in its place. */
export const commentary: Part<'commentary'> = (context, { headings, required }) => {
  const { entry, month } = context;
  const comments = commentsOf(context, entry?.indicator?.id ?? null);
  const asked =
    headings.length === 0
      ? comments
      : headings.flatMap((heading) => comments.filter((comment) => comment.heading === heading));
  const blocks = asked.map(
    ({ heading, text: words, author, written_on: day }): Block => ({
      kind: 'commentary',
      heading,
      paragraphs: paragraphsOf(words).map((paragraph) => prose(context, paragraph)),
      author,
      dated: day !== undefined && day > monthEnd(month) ? `Written on ${dayLabel(day)}` : null,
      generated: false,
    }),
  );
  const missing = missingCommentary(context, { headings, required });
  if (missing === null) return blocks;
  return [...blocks, { kind: 'notice', tone: 'fault', title: 'Commentary is missing', text: [text(missing)] }];
};
