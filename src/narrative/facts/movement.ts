import { type Month, monthLabel } from '../../calendar/index.ts';
import {
  absolute,
  byDistance,
  type Comparison,
  compare,
  compareWith,
  type Direction,
  demandChange,
  distance,
  type Exact,
  exact,
  formatValue,
  type Movement,
  roundHalfUp,
  subtract,
} from '../../judgement/index.ts';
import type { Definition } from '../../pack/index.ts';
import { say } from '../say.ts';
import type { Text } from '../text.ts';
import { toldAsDemand } from './demand.ts';
import type { Fact, FactKind, Tone } from './fact.ts';
import { figureNoun, momentWords, sameSpan } from './period-words.ts';
import { shareWords } from './sizes.ts';
import { definitionAt, type Telling } from './telling.ts';
import { differenceToken, fact, targetToken, valueToken } from './tokens.ts';

/** An earlier month that the figure is compared with, by what it is called. */
type Earlier = Extract<FactKind, 'previous' | 'outturn' | 'since' | 'year-ago'>;

/** A comparison that holds: both figures are there, nothing breaks the series, and both cover as long a time. */
interface Held {
  readonly month: Month;
  readonly now: Exact;
  readonly before: Exact;
  readonly movement: Movement;
  readonly direction: Direction | null;
}

/** How the figure moved since the month before, the outturn, a named month and the same month last year. */
export function movements(telling: Telling): Fact[] {
  const { judgement, asked, source } = telling;
  const { previous, outturn, yearAgo } = judgement;
  const since = asked.since === undefined ? [] : [compareWith(source, judgement, asked.since)];
  const wanted = (kind: Earlier): boolean => asked.kinds?.includes(kind) ?? true;
  const all: readonly (readonly [Earlier, Comparison])[] = [
    ['outturn', outturn],
    ['previous', previous],
    ...since.map((comparison) => ['since', comparison] as const),
    ['year-ago', yearAgo],
  ];
  const elsewhere = toldAsDemand(telling);
  const told = new Set<Month>();
  const facts = all.flatMap(([kind, comparison]): Fact[] => {
    if (!wanted(kind) || told.has(comparison.month)) return [];
    if (comparison.month === elsewhere && (kind === 'since' || kind === 'year-ago')) return [];
    const held = heldOf(telling, comparison);
    if (held === null) return [];
    told.add(comparison.month);
    return [fact(kind, toneOf(held.direction), sentence(telling, kind, held))];
  });
  const order: readonly FactKind[] = ['previous', 'outturn', 'since', 'year-ago'];
  return facts.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function heldOf({ judgement, definition, source }: Telling, comparison: Comparison): Held | null {
  const { month, figure: before, movement, direction } = comparison;
  if (judgement.figure === null || before === null || movement === null) return null;
  if (!sameSpan(definition, month, judgement.month, source.pack.financialYearStart)) return null;
  return { month, now: judgement.figure, before, movement, direction };
}

export const toneOf = (direction: Direction | null): Tone =>
  direction === 'better' || direction === 'worse' ? direction : 'neutral';

function sentence(telling: Telling, kind: Earlier, held: Held): Text {
  const { definition } = telling;
  const noun = figureNoun(definition);
  const earlier = valueToken(telling, held.month) ?? '';
  const latest = valueToken(telling, telling.judgement.month) ?? '';
  const moment = momentWords(definition.basis, held.month);
  const label = monthLabel(held.month);
  const opening = {
    previous: say`The ${noun}`,
    outturn: say`Since the outturn of ${label} the ${noun}`,
    since: say`Since ${label} the ${noun}`,
    'year-ago': say`Since the same month last year, ${label}, the ${noun}`,
  }[kind];
  const isPrevious = kind === 'previous';
  if (held.movement === 'same') {
    return isPrevious
      ? say`${opening} was unchanged from ${label}, at ${latest}.`
      : say`${opening} has not changed: it was ${earlier} then as well.`;
  }
  const [past, perfect] = held.movement === 'up' ? ['rose', 'has risen'] : ['fell', 'has fallen'];
  const verb = isPrevious ? past : perfect;
  const good = goodOrBad(telling, held);
  if (isSlight(telling, held)) {
    const from = isPrevious ? say` from ${label}` : '';
    return say`${opening} ${verb} slightly${from}, but is still ${latest} when rounded${good}.`;
  }
  const by = bySize(telling, held);
  return isPrevious
    ? say`${opening} ${verb} ${by}, from ${earlier} ${moment} to ${latest}${good}.`
    : say`${opening} ${verb} ${by}, from ${earlier} to ${latest}${good}.`;
}

/** Whether both are printed as the same figure, though they are not. */
function isSlight({ definition, indicator }: Telling, { now, before, month }: Held): boolean {
  return formatValue(now, definition) === formatValue(before, definitionAt(indicator, month));
}

/**
 * 'by 2.1 percentage points'; of a number with the share as well, 'by 662 (17.6%)', and no share of nothing. Where the
 * printed figures differ by another size, it is said that this one is taken before rounding.
 */
function bySize(telling: Telling, { now, before, month }: Held): Text {
  const { definition, indicator } = telling;
  const size = differenceToken(telling, { now, before, from: month });
  if (definition.measuredIn === 'count') {
    const share = shareWords(demandChange(now, before));
    return share === null ? say`by ${size}` : say`by ${size} (${share})`;
  }
  const printed = subtract(rounded(now, definition), rounded(before, definitionAt(indicator, month)));
  const apart = compare(absolute(printed), rounded(absolute(subtract(now, before)), definition)) !== 0;
  return apart ? say`by ${size} before rounding` : say`by ${size}`;
}

const rounded = (figure: Exact, { decimals }: Definition): Exact => exact(Number(roundHalfUp(figure, decimals)));

/** What a movement means, where one way is better. */
function goodOrBad(telling: Telling, { direction, now, before }: Held): Text {
  const { judgement, definition } = telling;
  if (direction === null || definition.polarity === 'none') return [];
  const { target } = judgement;
  if (target === null || !byDistance(definition.polarity, target)) return say`, which is ${direction}`;
  const printed = targetToken(telling) ?? '';
  if (direction === 'better') return say`, closer to the target of ${printed}`;
  if (direction === 'worse') return say`, further from the target of ${printed}`;
  const isWithin = [now, before].every((figure) => distance(figure, target).numerator === 0n);
  return isWithin
    ? say`, within the target of ${printed} both times`
    : say`, as far from the target of ${printed} as before`;
}
