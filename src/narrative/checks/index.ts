import type { Text } from '../text.ts';
import { breakdowns } from './breakdowns.ts';
import { claims } from './claims.ts';
import { comparisons } from './comparisons.ts';
import { directions } from './directions.ts';
import type { Commented, Doubt } from './doubt.ts';
import { figures } from './figures.ts';
import { names } from './names.ts';
import { positions } from './positions.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { type OnIndicator, subjectOf } from './subject.ts';
import { unknownTokens } from './unknown-tokens.ts';

export type { Commented, Doubt, DoubtCode } from './doubt.ts';

/**
 * What should be looked at again in a comment before it is submitted, in the order of its words. Rules of thumb: they
 * would rather tell too much, and a person decides. Figures that are tokens are those of the cells and are not doubted.
 *
 * @throws Error for an indicator that the pack does not have.
 * @example 'There was a rise of 5% in October.' of a figure that fell by 5.0 percentage points:
 * // direction-against-sign at 12, percent-of-percentages at 20
 */
export function checkComment(comment: Text, commented: Commented): readonly Doubt[] {
  const byNames = names(commented);
  const { indicator } = commented;
  const byFigures = indicator === null ? () => [] : againstFigures({ ...commented, indicator });
  return sentencesOf(comment)
    .flatMap((sentence) => [
      ...byFigures(sentence),
      ...breakdowns(sentence),
      ...claims(sentence),
      ...unknownTokens(sentence),
      ...byNames(sentence),
    ])
    .toSorted((a, b) => a.at - b.at);
}

/** What is held against the figure that a comment is about. */
function againstFigures(commented: OnIndicator): (sentence: Sentence) => readonly Doubt[] {
  const subject = subjectOf(commented);
  const byFigures = figures(subject);
  return (sentence) => [
    ...directions(subject, sentence),
    ...comparisons(subject, sentence),
    ...positions(subject, sentence),
    ...byFigures(sentence),
  ];
}
