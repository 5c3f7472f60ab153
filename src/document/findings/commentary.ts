import { plainText } from '../../narrative/index.ts';
import { commentsOf, missingCommentary } from '../compile/comments.ts';
import { type Context, chosenEntries, type Entry } from '../compile/context.ts';
import { prose } from '../compile/prose.ts';
import { contradictedDirection, strayPercentages } from './comment-words.ts';
import type { Finding } from './finding.ts';

/** Comments that are required and missing, and those whose words do not go with the figures they are about. */
export function commentaryFindings(context: Context): Finding[] {
  return [...missing(context), ...doubtful(context)];
}

type SectionSpec = Context['report']['sections'][number];
type InnerSpec = SectionSpec['sections'][number];

/** The pages of a report are walked as they are laid out: the rule stands in the part that prints the comment. */
function missing(context: Context): Finding[] {
  const { sections } = context.report;
  return sections.flatMap((section) => [
    ...missingIn(context, section),
    ...section.sections.flatMap((inner) =>
      pages(context, section).flatMap((page) => missingIn({ ...context, entry: page }, inner)),
    ),
  ]);
}

/** The entries that a section is repeated for; one page without more where it is not. */
function pages(context: Context, { forEach }: SectionSpec | InnerSpec): readonly (Entry | null)[] {
  return forEach === undefined ? [context.entry] : chosenEntries({ ...context, entry: null }, forEach);
}

function missingIn(context: Context, section: SectionSpec | InnerSpec): Finding[] {
  const rules = section.parts.filter((part) => part.part === 'commentary');
  return pages(context, section).flatMap((entry) =>
    rules.flatMap((rule): Finding[] => {
      const says = missingCommentary({ ...context, entry }, rule);
      return says === null || entry === null ? [] : [{ about: 'commentary', where: entry.title, says }];
    }),
  );
}

function doubtful(context: Context): Finding[] {
  const seen = new Set<string>();
  return context.entries.flatMap((entry): Finding[] => {
    const id = entry.indicator?.id;
    if (id === undefined || seen.has(id)) return [];
    seen.add(id);
    return commentsOf(context, id).flatMap(({ heading, text }): Finding[] => {
      // Figures that are tied to cells cannot differ from them: only what was typed is looked at.
      const typed = plainText(prose(context, text).filter(({ kind }) => kind === 'text'));
      const where = `${entry.title} (${heading})`;
      return [...strayPercentages(context, entry, typed), ...contradictedDirection(context, id, typed)].map((says) => ({
        about: 'commentary',
        where,
        says,
      }));
    });
  });
}
