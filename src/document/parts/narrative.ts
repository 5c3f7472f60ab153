import { type Fact, type FactKind, factsOf, type Text } from '../../narrative/index.ts';
import { chosenEntries } from '../compile/context.ts';
import { factsAsked } from '../compile/facts-asked.ts';
import type { Block } from '../tree.ts';
import type { Part } from './part.ts';

/** What the figures say of an indicator, in sentences generated from them: figures in them are those of the tables. */
export const narrative: Part<'narrative'> = (context, spec) =>
  chosenEntries(context, spec).flatMap((entry): Block[] => {
    if (entry.indicator === null) return [];
    const facts = factsOf(context.input.figures, factsAsked(context, entry.indicator.id, spec));
    if (facts.length === 0) return [];
    const isOne = context.entry !== null || spec.indicators?.length === 1;
    return [
      {
        kind: 'commentary',
        heading: isOne ? spec.heading : `${spec.heading}: ${entry.title}`,
        paragraphs: paragraphsOf(facts),
        author: null,
        dated: null,
        generated: true,
      },
    ];
  });

/** What belongs together: the figure and where it came from, where it stands, who made it, and others beside it. */
const paragraphs: readonly (readonly FactKind[])[] = [
  ['level', 'absent', 'few-cases', 'first-month', 'month-inside'],
  ['previous', 'outturn', 'since', 'year-ago', 'twelve-months', 'break', 'record'],
  ['position', 'distance', 'demand', 'outlook'],
  ['best', 'hotspots', 'contributors', 'movers', 'cases'],
  ['comparator'],
];

function paragraphsOf(facts: readonly Fact[]): Text[] {
  return paragraphs
    .map((kinds) => facts.filter(({ kind }) => kinds.includes(kind)))
    .filter((told) => told.length > 0)
    .map((told) =>
      told.flatMap(({ text }, index): Text => (index === 0 ? text : [{ kind: 'text', text: ' ' }, ...text])),
    );
}
