import { type Doubt, type Fact, factsOf, type Quoted, type Text, withQuoted } from '../../narrative/index.ts';
import type { Comment } from '../../pack/index.ts';
import { doubtsOf } from '../compile/comment-doubts.ts';
import { whyRequired } from '../compile/comment-required.ts';
import { type CommentRule, commentRules } from '../compile/comment-rules.ts';
import { commentsOf, missingCommentary, paragraphsOf } from '../compile/comments.ts';
import { type Context, contextOf, type Entry, entryOf } from '../compile/context.ts';
import { factsAsked } from '../compile/facts-asked.ts';
import type { ReportInput } from '../compile/input.ts';
import { prose } from '../compile/prose.ts';
import type { CommentPlace } from './place.ts';

/** The heading of a comment where the report asks for none. */
export const plainHeading = 'Commentary';

/** What people need at hand when they comment on a report of a unit and month. Figures come from where its tables have them. */
export interface CommentDesk {
  /** What may be commented on, in the order of the report; empty where it prints no comments. */
  readonly places: readonly CommentPlace[];
  /** Of an indicator or of the whole; null where the report prints no comment on it. */
  place(indicator: string | null): CommentPlace | null;
  /** What the report prints of people's words on it, of the comments that the desk was given. */
  said(indicator: string | null): readonly Comment[];
  /** The paragraphs of a comment as the report prints them. */
  filled(indicator: string | null, words: string, quoted?: readonly Quoted[]): readonly Text[];
  /** What to look at again before it is submitted. */
  doubts(indicator: string | null, words: string, quoted?: readonly Quoted[]): readonly Doubt[];
  /** What the figures say, to begin from. */
  facts(indicator: string): readonly Fact[];
}

/** @throws RangeError where the unit is not there in the month. */
export function commentDesk(input: ReportInput): CommentDesk {
  const context = contextOf(input, { numbers: new Map(), words: new Set(), judged: new Map() });
  let known: readonly CommentPlace[] | null = null;
  const places = (): readonly CommentPlace[] => {
    known ??= placesOf(context);
    return known;
  };
  const entry = (indicator: string | null): Entry | null => (indicator === null ? null : entryOf(context, indicator));
  return {
    get places() {
      return places();
    },
    said: (indicator) => commentsOf(context, indicator),
    place: (indicator) => places().find((place) => place.indicator === indicator) ?? null,
    filled: (indicator, words, quoted = []) => {
      const about = { ...context, entry: entry(indicator) };
      return paragraphsOf(withQuoted(words, quoted)).map((paragraph) => prose(about, paragraph));
    },
    doubts: (indicator, words, quoted = []) => doubtsOf(context, entry(indicator), withQuoted(words, quoted)),
    facts: (indicator) => factsOf(input.figures, factsAsked(context, indicator, {})),
  };
}

function placesOf(context: Context): readonly CommentPlace[] {
  const byIndicator = Map.groupBy(
    commentRules(context).filter(({ entry }) => entry === null || entry.indicator !== null),
    ({ entry }) => entry?.indicator?.id ?? null,
  );
  return [...byIndicator].map(([indicator, rules]) => placeOf(context, indicator, rules));
}

function placeOf(context: Context, indicator: string | null, rules: readonly CommentRule[]): CommentPlace {
  const asked = [...new Set(rules.flatMap(({ headings }) => headings))];
  const entry = rules[0]?.entry ?? null;
  const judgement = indicator === null ? null : context.judgement(indicator);
  const why =
    indicator === null
      ? null
      : whyRequired(context, indicator, [...new Set(rules.flatMap(({ required }) => required))]);
  return {
    indicator,
    number: entry?.number ?? '',
    title: entry?.title ?? 'The report as a whole',
    group: entry?.group ?? '',
    owner: entry?.given.owner ?? null,
    headings: asked.length === 0 ? [plainHeading] : asked,
    required: why === null ? null : `The report asks for a comment on an indicator ${why}.`,
    missing: rules.map((rule) => missingCommentary({ ...context, entry }, rule)).find((says) => says !== null) ?? null,
    judgement,
  };
}
