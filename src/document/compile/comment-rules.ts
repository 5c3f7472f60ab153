import type { Report } from '../../pack/index.ts';
import { type Context, chosenEntries, type Entry } from './context.ts';

type SectionSpec = Report['sections'][number];
type InnerSpec = SectionSpec['sections'][number];
type CommentaryPart = Extract<InnerSpec['parts'][number], { part: 'commentary' }>;

/** Where a report prints comments: on an indicator, or on the report as a whole where there is no entry. */
export interface CommentRule {
  readonly entry: Entry | null;
  readonly headings: CommentaryPart['headings'];
  readonly required: CommentaryPart['required'];
}

/** Every place of a report that prints comments, as its pages are laid out: the rule stands in the part that prints them. */
export function commentRules(context: Context): readonly CommentRule[] {
  return context.report.sections.flatMap((section) => [
    ...rulesIn(context, section),
    ...section.sections.flatMap((inner) =>
      pages(context, section).flatMap((page) => rulesIn({ ...context, entry: page }, inner)),
    ),
  ]);
}

/** The entries that a section is repeated for; one page without more where it is not. */
function pages(context: Context, { forEach }: SectionSpec | InnerSpec): readonly (Entry | null)[] {
  return forEach === undefined ? [context.entry] : chosenEntries({ ...context, entry: null }, forEach);
}

function rulesIn(context: Context, section: SectionSpec | InnerSpec): CommentRule[] {
  const parts = section.parts.filter((part) => part.part === 'commentary');
  return pages(context, section).flatMap((entry) =>
    parts.map(({ headings, required }) => ({ entry, headings, required })),
  );
}
