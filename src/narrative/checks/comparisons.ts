import { compare, direction, exact, formatValue } from '../../judgement/index.ts';
import type { Beside } from '../facts/fact.ts';
import type { Doubt } from './doubt.ts';
import type { Sentence } from './sentences.ts';
import type { Subject } from './subject.ts';

const claim =
  /\b(better than|worse than|higher than|lower than|above|below|in line with|the same as)\s+((?:(?:that|those|the figures?|our|the|of|its|all) )*)(statistical neighbours?|neighbours?|England|national(?: average| figure)?|nationally|(?:the )?region(?:al)?(?: average)?|London)\b/gi;

/** A claim about others that their figure does not bear out, or that there is no figure of theirs for. */
export function comparisons({ judgement, definition, commented }: Subject, { typed, at }: Sentence): Doubt[] {
  const { figure, target } = judgement;
  if (figure === null) return [];
  return [...typed.matchAll(claim)].flatMap(({ index, 0: words, 1: word = '', 3: group = '' }): Doubt[] => {
    const other = (commented.beside ?? []).find((one) => isOf(one, group));
    const place = { words, at: at + index };
    if (other === undefined || other.value === null) {
      return [
        {
          ...place,
          code: 'comparator-unknown',
          says: `There is no figure of ${group} to set this one beside.`,
          remedy: 'Give the figure with its period and source, or leave the comparison out.',
        },
      ];
    }
    const way = compare(figure, exact(other.value));
    const good = direction(definition.polarity, figure, other.value, target);
    const theirs = formatValue(other.value, definition);
    const mine = formatValue(figure, definition);
    const isLike = mine === theirs;
    const holds = {
      'better than': good === 'better' && !isLike,
      'worse than': good === 'worse' && !isLike,
      'higher than': way > 0,
      above: way > 0,
      'lower than': way < 0,
      below: way < 0,
      'in line with': true,
      'the same as': isLike,
    }[word.toLowerCase()];
    if (holds !== false) return [];
    return [
      {
        ...place,
        code: 'comparator-contradicted',
        says: `${other.label} is at ${theirs} (${other.period}) and the figure is ${mine}.`,
        remedy: 'Say on which side of the other figure this one is, and give its period.',
      },
    ];
  });
}

/** Whether a figure of others is that of the group that a sentence speaks of. */
function isOf({ label }: Beside, group: string): boolean {
  const name = label.toLowerCase();
  const said = group.toLowerCase();
  if (said.includes('neighbour')) return name.includes('neighbour');
  if (said.includes('national') || said === 'england') return name.includes('england') || name.includes('national');
  return said.includes('region') ? name.includes('region') : name.includes(said);
}
