import { compare, direction, distance, exact, formatDifference, formatValue } from '../../judgement/index.ts';
import { say } from '../say.ts';
import type { Beside, Fact } from './fact.ts';
import { toneOf } from './movement.ts';
import { figureNoun } from './period-words.ts';
import { distanceWords } from './sizes.ts';
import type { Telling } from './telling.ts';
import { fact } from './tokens.ts';

/** The figure beside those of others, one sentence each with the period of theirs. */
export function comparators(telling: Telling): Fact[] {
  return (telling.asked.beside ?? []).flatMap((one) => comparator(telling, one));
}

/** What is published has been rounded: figures that are printed alike are not told apart. */
function comparator({ judgement, definition }: Telling, { label, period, value }: Beside): Fact[] {
  const { figure, target } = judgement;
  if (figure === null || value === null) return [];
  const noun = figureNoun({ ...definition, basis: 'month' });
  const theirs = formatValue(value, definition);
  const whose = `that of ${label} (${theirs}, ${period})`;
  if (formatValue(figure, definition) === theirs) {
    const exactly = compare(figure, exact(value)) === 0 ? 'the same as' : 'the same, as printed, as';
    return [fact('comparator', 'neutral', say`The ${noun} is ${exactly} ${whose}.`)];
  }
  const was = direction(definition.polarity, figure, value, target);
  const size = distanceWords(figure, value, definition) ?? formatDifference(figure, value, definition);
  const way = compare(figure, exact(value)) > 0 ? 'higher' : 'lower';
  if (definition.polarity === 'target' && target !== null && was !== null) {
    const same = compare(distance(figure, target), exact(0)) === 0 ? 'as close to' : 'as far from';
    const close = was === 'better' ? 'closer to' : was === 'worse' ? 'further from' : same;
    const than = was === 'same' ? 'as' : 'than';
    return [
      fact('comparator', toneOf(was), say`The ${noun} is ${close} the target ${than} ${whose}, and ${size} ${way}.`),
    ];
  }
  const word = was === null || was === 'same' ? way : was;
  return [fact('comparator', toneOf(was), say`The ${noun} is ${word} than ${whose}, by ${size}.`)];
}
