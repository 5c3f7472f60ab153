import type { Doubt, DoubtCode } from '../../narrative/index.ts';
import { doubtsOf } from '../compile/comment-doubts.ts';
import { commentRules } from '../compile/comment-rules.ts';
import { commentsOf, missingCommentary } from '../compile/comments.ts';
import type { Context } from '../compile/context.ts';
import type { Finding } from './finding.ts';

/** Comments that are required and missing, and those whose words do not go with the figures they are about. */
export function commentaryFindings(context: Context): Finding[] {
  return [...missing(context), ...doubtful(context)];
}

function missing(context: Context): Finding[] {
  return commentRules(context).flatMap(({ entry, ...rule }): Finding[] => {
    const says = missingCommentary({ ...context, entry }, rule);
    return says === null || entry === null ? [] : [{ about: 'commentary', where: entry.title, says }];
  });
}

function doubtful(context: Context): Finding[] {
  const about = [null, ...new Map(context.entries.map((entry) => [entry.indicator?.id ?? null, entry])).values()];
  return about.flatMap((entry): Finding[] => {
    if (entry?.indicator === null) return [];
    const where = entry?.title ?? 'The report as a whole';
    return commentsOf(context, entry?.indicator.id ?? null).flatMap(({ heading, text }) =>
      doubtsOf(context, entry, text).map((doubt) => findingOf(doubt, `${where} (${heading})`)),
    );
  });
}

/** What a person may have meant as it stands is told, and stops no issue. */
const ofStyle: ReadonlySet<DoubtCode> = new Set([
  'claim-without-figure',
  'comparator-unknown',
  'percent-of-percentages',
]);

/** A finding is printed and sent about: what may be a name is not repeated in it. */
const findingOf = ({ code, says, remedy }: Doubt, where: string): Finding => ({
  about: ofStyle.has(code) ? 'words' : 'commentary',
  where,
  says:
    code === 'personal-name'
      ? 'It has words that may be the name of a person. Name a role or a team.'
      : `${says} ${remedy}`,
});
