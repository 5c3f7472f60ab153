import { formatTarget, formatValue, sideOf } from '../../judgement/index.ts';
import type { Doubt } from './doubt.ts';
import type { Sentence } from './sentences.ts';
import type { Subject } from './subject.ts';

const claim =
  /\b(on|above|below|exceed(?:s|ed|ing)?|met|meets|meeting|within)\s+(?:(?:the|our|its)\s+)?(target|tolerance)\b/gi;
const denied = /\b(not|never|n't|no longer|just|if|when|until|to be|will be|to)\s+(?:yet\s+)?$/i;

/** A word for the side of the target that the figure is not on: on target of 92.1% against 95% with no tolerance. */
export function positions({ judgement, definition }: Subject, { typed, at }: Sentence): Doubt[] {
  const { figure, target, status } = judgement;
  if (figure === null || target === null) return [];
  const side = sideOf(judgement);
  const isMet = status === 'met';
  const printed = formatValue(figure, definition);
  const isAlike = printed === formatTarget(target, definition);
  return [...typed.matchAll(claim)]
    .filter(({ index }) => !denied.test(typed.slice(0, index)))
    .flatMap(({ index, 0: words, 1: word = '', 2: of = '' }): Doubt[] => {
      const said = word.toLowerCase();
      const isTolerance = of.toLowerCase() === 'tolerance';
      const holds = isTolerance
        ? status === null || isMet || status === 'near'
        : said === 'above' || said.startsWith('exceed')
          ? side === 'above'
          : said === 'below'
            ? side === 'below'
            : side === 'on' || isMet || isAlike;
      if (holds) return [];
      return [
        {
          code: 'position-contradicted',
          words,
          at: at + index,
          says: `The figure is ${printed} and the target ${formatTarget(target, definition)}.`,
          remedy:
            'Say on which side of the target the figure is, or have the tolerance that is meant set with the target.',
        },
      ];
    });
}
