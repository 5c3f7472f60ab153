import { monthLabel } from '../../calendar/index.ts';
import { type Comparison, formatValue } from '../../judgement/index.ts';
import { definitionAt } from '../facts/telling.ts';
import type { Doubt } from './doubt.ts';
import type { Sentence } from './sentences.ts';
import type { Subject } from './subject.ts';

const up = /\b(increas(?:es?|ed|ing)|ris(?:es?|en|ing)|rose|grew|gr(?:ows?|own|owing)|gone up|went up|higher)\b/gi;
const down =
  /\b(decreas(?:es?|ed|ing)|f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)|reduc(?:es?|ed|ing|tions?)|gone down|went down|lower)\b/gi;
const better = /\b(improv(?:es?|ed|ing|ements?))\b/gi;
const worse = /\b(deteriorat(?:es?|ed|ing|ion)|worsen(?:s|ed|ing)?)\b/gi;

/** A wish, a plan, a possibility or a denial is no statement of what happened. */
const notStated =
  /\b(to|will|would|should|may|might|could|must|can|expect(?:ed)?(?: \w+)?|aim(?:ed)?|plan(?:ned)?|not|no|never|n't|without|further|for|if)\s+(?:be\s+|been\s+|an?\s+|the\s+|any\s+)?$/i;

/**
 * A word for a rise of a figure that fell, for a fall of one that rose, and the same for better and worse. A sentence that
 * speaks of both a rise and a fall is taken to speak of two things.
 */
export function directions(subject: Subject, sentence: Sentence): Doubt[] {
  const isOfTwo = sentence.typed.search(up) >= 0 && sentence.typed.search(down) >= 0;
  const signs = isOfTwo
    ? []
    : [
        ...contradicted(subject, sentence, up, ({ movement }) => movement === 'up', 'direction-against-sign'),
        ...contradicted(subject, sentence, down, ({ movement }) => movement === 'down', 'direction-against-sign'),
      ];
  return [
    ...signs,
    ...contradicted(
      subject,
      sentence,
      better,
      ({ direction }) => direction === 'better',
      'judgement-against-direction',
    ),
    ...contradicted(subject, sentence, worse, ({ direction }) => direction === 'worse', 'judgement-against-direction'),
  ];
}

function contradicted(
  subject: Subject,
  { typed, text, at }: Sentence,
  pattern: RegExp,
  agrees: (comparison: Comparison) => boolean,
  code: 'direction-against-sign' | 'judgement-against-direction',
): Doubt[] {
  const { judgement, earlier, indicator } = subject;
  if (judgement.figure === null) return [];
  const now = formatValue(judgement.figure, judgement.definition);
  const named = earlier.filter(({ named: called, comparison: { month } }) => {
    const label = monthLabel(month);
    return called.test(text) || text.includes(label) || text.includes(`in ${label.split(' ')[0]}`);
  });
  const asked = named.length > 0 ? named : earlier;
  const known = asked
    .map(({ comparison }) => comparison)
    .filter(({ movement, direction }) => (code === 'direction-against-sign' ? movement : direction) !== null);
  // With no month named, one earlier figure that bears it out is enough.
  if (known.length === 0 || known.some(agrees)) return [];
  const [first] = known;
  if (first === undefined || first.figure === null) return [];
  const before = formatValue(first.figure, definitionAt(indicator, first.month));
  return [...typed.matchAll(pattern)]
    .filter(
      ({ index }) =>
        !notStated.test(typed.slice(0, index)) && !/\b(than|compared)\b/i.test(typed.slice(index, index + 14)),
    )
    .map(({ index, 0: words }) => ({
      code,
      words,
      at: at + index,
      says: `The figure was ${before} in ${monthLabel(first.month)} and is ${now} now, which “${words}” does not fit.`,
      remedy: 'Say it as the figures have it, or name what the word is about and since when.',
    }));
}
