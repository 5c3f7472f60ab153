import { addToMonth, type Month, monthEnd, monthLabel } from '../../calendar/index.ts';
import { demandChange, largestMovers, type Mover } from '../../judgement/index.ts';
import { breakBetween } from '../../pack/index.ts';
import { listed, say } from '../say.ts';
import { type Text, text } from '../text.ts';
import type { Fact } from './fact.ts';
import { figureNoun, momentWords, sameSpan } from './period-words.ts';
import { shareWords } from './sizes.ts';
import { figureAt, type Telling } from './telling.ts';
import { differenceToken, fact, valueToken } from './tokens.ts';
import { unitName } from './unit-name.ts';

/** A measure of demand: a number of which neither more nor less is better. */
const isDemand = ({ definition }: Telling): boolean =>
  definition.measuredIn === 'count' && definition.polarity === 'none';

/** Since which month a change of demand is told; null where the two do not compare. */
function demandSince(telling: Telling): Month | null {
  const { asked, definition, indicator, source, judgement } = telling;
  const since = asked.since ?? addToMonth(judgement.month, -12);
  const comparable =
    isDemand(telling) &&
    breakBetween(indicator, monthEnd(since), monthEnd(judgement.month)) === null &&
    sameSpan(definition, since, judgement.month, source.pack.financialYearStart);
  return comparable ? since : null;
}

/** The month since which the demand fact already tells the change; null where it is not wanted. */
export function toldAsDemand(telling: Telling): Month | null {
  return (telling.asked.kinds?.includes('demand') ?? true) ? demandSince(telling) : null;
}

/** How demand has changed, always in per cent and number together. */
export function demand(telling: Telling): Fact[] {
  const { definition, indicator, judgement, source } = telling;
  const since = demandSince(telling);
  const before = since === null ? null : figureAt(source, indicator, judgement.unit, since);
  const now = judgement.figure;
  if (since === null || before === null || now === null) return [];
  const noun = figureNoun(definition);
  const latest = valueToken(telling, judgement.month) ?? '';
  const moment = momentWords(definition.basis, since);
  const change = demandChange(now, before);
  if (change.movement === 'same') {
    return [fact('demand', 'neutral', say`The ${noun} was the same as ${moment}: ${latest}.`)];
  }
  const by = demandBy(telling, judgement.unit, { since, now, before });
  const earlier = valueToken(telling, since) ?? '';
  return [
    fact(
      'demand',
      'neutral',
      say`The ${noun} went ${change.movement} by ${by}, from ${earlier} ${moment} to ${latest}.`,
    ),
  ];
}

/** '17.6% (662)'; of a number that was nothing before, the number alone. */
function demandBy(
  telling: Telling,
  unit: string,
  { since, now, before }: Pick<Mover, 'now' | 'before'> & { readonly since: Month },
): Text {
  const size = differenceToken(telling, { now, before, from: since, unit });
  const share = shareWords(demandChange(now, before));
  return share === null ? [size] : say`${share} (${size})`;
}

/** The units whose demand has moved most in the direction of the whole, or in either where the whole has not moved. */
export function movers(telling: Telling): Fact[] {
  const { asked, definition, indicator, judgement, source } = telling;
  const since = demandSince(telling);
  const before = since === null ? null : figureAt(source, indicator, judgement.unit, since);
  if (since === null || before === null || judgement.figure === null || asked.units === undefined) return [];
  const { movement } = demandChange(judgement.figure, before);
  if (movement === 'same') return [];
  const found = largestMovers(source, indicator.id, asked.units, judgement.month, {
    since,
    way: movement,
    by: 'percent',
    most: asked.movers ?? 1,
  });
  if (found.length === 0) return [];
  const told = found.map(({ unit, now, before: then }): Text => {
    const latest = valueToken(telling, judgement.month, unit) ?? '';
    const by = demandBy(telling, unit, { since, now, before: then });
    return say`${unitName(telling, unit)}, ${movement} by ${by} to ${latest}`;
  });
  const what = movement === 'up' ? 'rise' : 'fall';
  const are = found.length === 1 ? `largest ${what}` : `largest ${what}s`;
  const were = found.length === 1 ? 'was' : 'were';
  const all = told.length === 2 ? say`${told[0] ?? ''}, and ${told[1] ?? ''}` : listed(told);
  const then = definition.basis === 'snapshot' ? `the end of ${monthLabel(since)}` : monthLabel(since);
  return [fact('movers', 'neutral', say`The ${are} since ${text(then)} ${were} in ${all}.`)];
}
