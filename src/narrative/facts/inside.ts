import { addToMonth, monthLabel } from '../../calendar/index.ts';
import { compare, exact, figureOf, formatAmount, formatValue, monthInside, toNumber } from '../../judgement/index.ts';
import { say } from '../say.ts';
import type { Fact } from './fact.ts';
import { figureNoun, isFirstOfYear } from './period-words.ts';
import type { Telling } from './telling.ts';
import { fact } from './tokens.ts';

const zero = exact(0);

/** What the month alone was inside a year to date. Nothing where a correction makes the month less than nothing. */
export function inside({ source, judgement, definition, indicator }: Telling): Fact[] {
  const { month, unit, figure } = judgement;
  const start = source.pack.financialYearStart;
  if (definition.basis !== 'year-to-date' || figure === null || isFirstOfYear(month, start)) return [];
  const sums = monthInside(source, indicator.id, unit, month);
  if (sums === null) return [];
  const { numerator, denominator } = sums;
  const rest = denominator ?? numerator;
  if (compare(numerator, zero) < 0 || compare(rest, zero) < 0) return [];
  if (definition.measuredIn === 'percent' && compare(numerator, rest) > 0) return [];
  const label = monthLabel(month);
  const noun = figureNoun({ ...definition, basis: 'month' });
  const alone = figureOf(definition.measuredIn, numerator, denominator);
  if (alone === null) return [fact('month-inside', 'neutral', say`In ${label} alone there were no cases.`)];
  const printed = formatValue(alone, definition);
  if (definition.measuredIn === 'count') {
    const earlier = addToMonth(month, -1);
    const before = monthInside(source, indicator.id, unit, earlier)?.numerator ?? null;
    const after =
      before === null || compare(before, zero) < 0
        ? ''
        : `, after ${formatValue(before, definition)} in ${monthLabel(earlier)}`;
    return [fact('month-inside', 'neutral', say`In ${label} alone the ${noun} was ${printed}${after}.`)];
  }
  const of =
    definition.measuredIn === 'percent' && definition.polarity !== 'none' && denominator !== null
      ? ` (${formatAmount(toNumber(numerator))} of ${formatAmount(toNumber(denominator))})`
      : '';
  const way = compare(alone, figure);
  const against = way === 0 ? 'the same as' : way > 0 ? 'higher than' : 'lower than';
  return [
    fact(
      'month-inside',
      'neutral',
      say`In ${label} alone the ${noun} was ${printed}${of}, ${against} for the year to date.`,
    ),
  ];
}
