import { compare, direction, distance, exact, formatDifference, formatValue } from '../../judgement/index.ts';
import { capitalised, say } from '../say.ts';
import { type Text, text } from '../text.ts';
import type { Beside, Fact } from './fact.ts';
import { toneOf } from './movement.ts';
import { figureNoun } from './period-words.ts';
import { distanceWords } from './sizes.ts';
import type { Telling } from './telling.ts';
import { fact } from './tokens.ts';

/** What others have, with the period of theirs, and where the figure stands against it. */
export function comparators(telling: Telling): Fact[] {
  return (telling.asked.beside ?? []).flatMap((one) => comparator(telling, one));
}

/** What is published has been rounded: figures that are printed alike are not told apart. */
function comparator({ judgement, definition }: Telling, { label, period, value }: Beside): Fact[] {
  const { figure, target } = judgement;
  if (figure === null || value === null) return [];
  const noun = figureNoun({ ...definition, basis: 'month' });
  const theirs = formatValue(value, definition);
  const whose = capitalised(text(`${label}, ${period}: ${theirs}.`));
  const said = (words: Text): Text => say`${whose} The ${noun} is ${words}.`;
  if (formatValue(figure, definition) === theirs) {
    const exactly = compare(figure, exact(value)) === 0 ? 'the same' : 'the same as printed';
    return [fact('comparator', 'neutral', said(text(exactly)))];
  }
  const was = direction(definition.polarity, figure, value, target);
  const size = distanceWords(figure, value, definition) ?? formatDifference(figure, value, definition);
  const way = compare(figure, exact(value)) > 0 ? 'higher' : 'lower';
  if (definition.polarity === 'target' && target !== null && was !== null) {
    const same = compare(distance(figure, target), exact(0)) === 0 ? 'as close to' : 'as far from';
    const close = was === 'better' ? 'closer to' : was === 'worse' ? 'further from' : same;
    return [fact('comparator', toneOf(was), said(text(`${size} ${way}, and ${close} the target`)))];
  }
  const tells = was === null || was === 'same' ? '' : `, which is ${was}`;
  return [fact('comparator', toneOf(was), said(text(`${size} ${way}${tells}`)))];
}
