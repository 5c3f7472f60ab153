import { monthLabel } from '../../calendar/index.ts';
import { compare, direction, type Exact, exact, formatValue, type Judgement } from '../../judgement/index.ts';
import { say } from '../say.ts';
import type { Text } from '../text.ts';
import type { Fact } from './fact.ts';
import { toneOf } from './movement.ts';
import { figureNoun } from './period-words.ts';
import { distanceWords } from './sizes.ts';
import type { Telling } from './telling.ts';
import { fact } from './tokens.ts';

/** Of fewer months no mean is told. */
const least = 6;

/** The figure beside the twelve months before, each case counting alike where the months add up, each month elsewhere. */
export function twelve(telling: Telling): Fact[] {
  const { judgement, definition } = telling;
  const { figure } = judgement;
  const { basis, measuredIn, polarity } = definition;
  const growsWithYear = basis === 'year-to-date' && (measuredIn === 'count' || measuredIn.startsWith('rate-'));
  // Rolling figures share their months with their neighbours, and a quarter to date grows with its quarter.
  if (figure === null || growsWithYear || basis === 'quarter' || basis.startsWith('rolling')) return [];
  const { ratioOfSums, meanOfRatios, months } = judgement.twelveMonths;
  const before = ratioOfSums ?? meanOfRatios;
  if (before === null || months < least || !isPossible(before, definition)) return [];
  const isMean = ratioOfSums === null;
  const noun = figureNoun({ ...definition, basis: 'month' });
  const opening =
    months < 12
      ? `${isMean ? 'The mean of' : 'Over'} the ${months} of the 12 months before that have figures to compare`
      : `${isMean ? 'The mean of' : 'Over'} the 12 months before`;
  const taken = isMean ? '' : months < 12 ? `, the ${noun}` : `, taken together, the ${noun}`;
  const was = direction(polarity, figure, before, judgement.target);
  return [fact('twelve-months', toneOf(was), say`${opening}${taken} was ${compared(judgement, figure, before)}`)];
}

/** A year to date that was corrected downwards can leave months inside it that no figure can have. */
function isPossible(figure: Exact, { measuredIn }: Telling['definition']): boolean {
  return compare(figure, exact(0)) >= 0 && (measuredIn !== 'percent' || compare(figure, exact(100)) <= 0);
}

function compared({ definition, month, target }: Judgement, figure: Exact, before: Exact): Text {
  const printed = formatValue(before, definition);
  const way = compare(figure, before);
  if (way === 0) return say`${printed} as well.`;
  const size = distanceWords(figure, before, definition) ?? 'slightly';
  const was = definition.polarity === 'target' ? null : direction(definition.polarity, figure, before, target);
  const good = was === 'better' || was === 'worse' ? `, which is ${was}` : '';
  return say`${printed}: that of ${monthLabel(month)} is ${size} ${way > 0 ? 'higher' : 'lower'}${good}.`;
}
