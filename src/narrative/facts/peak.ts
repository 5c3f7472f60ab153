import { addToMonth, type Month, monthEnd, monthLabel, monthRange } from '../../calendar/index.ts';
import { compare, demandChange, type Exact, exact } from '../../judgement/index.ts';
import { breakBetween } from '../../pack/index.ts';
import { say } from '../say.ts';
import type { Fact } from './fact.ts';
import { figureNoun, sameSpan } from './period-words.ts';
import { shareWords } from './sizes.ts';
import { figureAt, type Telling } from './telling.ts';
import { fact, valueToken } from './tokens.ts';

/** A change of less per cent from the worst of a year is not told. */
const least = exact(10);

/**
 * How far the figure has come from its worst of the twelve months before, in per cent: of measures that are no shares, of
 * which a per cent of per cent would be misread. Nothing where the worst is a month that is compared with anyhow.
 */
export function peak(telling: Telling): Fact[] {
  const { judgement, definition, source, indicator } = telling;
  const { month, unit, figure, previous, outturn, yearAgo } = judgement;
  const { polarity, measuredIn } = definition;
  if (figure === null || measuredIn === 'percent' || (polarity !== 'higher' && polarity !== 'lower')) return [];
  const sign = polarity === 'lower' ? 1 : -1;
  const past = monthRange(addToMonth(month, -12), addToMonth(month, -1)).flatMap(
    (each): { readonly at: Month; readonly then: Exact }[] => {
      const compares =
        breakBetween(indicator, monthEnd(each), monthEnd(month)) === null &&
        sameSpan(definition, each, month, source.pack.financialYearStart);
      const then = compares ? figureAt(source, indicator, unit, each) : null;
      return then === null ? [] : [{ at: each, then }];
    },
  );
  const worst = past.toSorted((a, b) => sign * compare(b.then, a.then))[0];
  if (worst === undefined || sign * compare(worst.then, figure) <= 0) return [];
  if ([previous, outturn, yearAgo].some((one) => one.month === worst.at)) return [];
  const change = demandChange(figure, worst.then);
  if (change.percent === null || compare(change.percent, least) < 0) return [];
  const verb = polarity === 'lower' ? 'fallen' : 'risen';
  const end = polarity === 'lower' ? 'high' : 'low';
  const then = valueToken(telling, worst.at) ?? '';
  const now = valueToken(telling, month) ?? '';
  return [
    fact(
      'record',
      'better',
      say`The ${figureNoun(definition)} has ${verb} by ${shareWords(change) ?? ''} from a ${end} of ${then} in ${monthLabel(worst.at)} to ${now}.`,
    ),
  ];
}
