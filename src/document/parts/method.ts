import { dayLabel, monthEnd } from '../../calendar/index.ts';
import { basisInWords, measureInWords, periodInWords, polarityInWords } from '../../judgement/index.ts';
import { text } from '../../narrative/index.ts';
import type { Definition, Indicator } from '../../pack/index.ts';
import { type Context, chosenEntries, definitionOf, type Entry } from '../compile/context.ts';
import type { Block } from '../tree.ts';
import type { Part } from './part.ts';

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
const sentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

/** How each indicator is made: what is counted and left out, over which dates, how the figure follows, what changed. */
export const method: Part<'method'> = (context, spec) =>
  chosenEntries(context, spec).flatMap((entry): Block[] => {
    const definition = definitionOf(context, entry);
    if (entry.indicator === null || definition === null) return [];
    const items = linesOf(context, entry, entry.indicator, definition);
    return [
      {
        kind: 'facts',
        label: entry.title,
        items: items.map(([term, says]) => ({ term, value: text(sentence(says)) })),
      },
    ];
  });

type Line = readonly [term: string, says: string];

function linesOf({ input, month }: Context, { given }: Entry, indicator: Indicator, definition: Definition): Line[] {
  const { counted, condition, leftOut, basis, polarity, source } = definition;
  const dates = periodInWords(basis, month, input.figures.pack.financialYearStart);
  const lines: (Line | null)[] = [
    counted === undefined ? null : ['Counted', counted],
    condition === undefined ? null : [conditionTerm(definition), condition],
    leftOut === undefined ? null : ['Left out', leftOut],
    ['Figure', formulaInWords(definition, given.numerator, given.denominator)],
    ['Dates', `${capital(basisInWords(basis))}: ${dates}`],
    ['Which way is better', capital(polarityInWords[polarity])],
    source === undefined ? null : ['Source', given.words.source ?? capital(source)],
    ...versionLines(indicator, monthEnd(month)),
  ];
  return lines.filter((line) => line !== null);
}

/** What the words of a condition are about: which cases, what a rate is of, or what is measured of each. */
function conditionTerm({ measuredIn }: Definition): string {
  if (measuredIn === 'percent') return 'In the numerator';
  return measuredIn.startsWith('rate-') ? 'Denominator' : 'Measured';
}

/**
 * How the figure follows from its numerator and denominator.
 *
 * @example formulaInWords({ measuredIn: 'rate-per-10000', … }) // 'The number counted, times 10,000, over the population'
 */
function formulaInWords(
  { measuredIn, decimals, denominator }: Definition,
  top = 'the numerator',
  bottom = 'the denominator',
): string {
  const printed = `, printed to ${decimals === 1 ? 'one decimal' : decimals === 0 ? 'whole numbers' : `${decimals} decimals`}`;
  const isOfPeople = denominator !== undefined && 'population' in denominator;
  const below = isOfPeople && bottom === 'the denominator' ? 'the population' : bottom;
  switch (measuredIn) {
    case 'count':
      return 'The number counted';
    case 'percent':
      return `${capital(top)}, times 100, over ${below}${printed}`;
    case 'rate-per-10000':
    case 'rate-per-100000': {
      const per = measuredIn === 'rate-per-10000' ? '10,000' : '100,000';
      return `${capital(top)}, times ${per}, over ${below}${printed}`;
    }
    case 'average':
    case 'average-days':
    case 'ratio':
      return `${measureInWords[measuredIn]}: ${top} over ${below}${printed}`;
  }
}

/** What changed in the definition up to a day, the latest first. */
function versionLines({ versions }: Indicator, day: string): Line[] {
  return versions
    .filter(({ from }) => from !== null && from <= day)
    .toReversed()
    .map(({ from, note, comparable }) => [
      `From ${dayLabel(from ?? '')}`,
      comparable ? note : `${sentence(note)} Figures before that day do not compare with those after it`,
    ]);
}
