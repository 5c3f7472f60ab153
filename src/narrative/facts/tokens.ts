import type { Month } from '../../calendar/index.ts';
import { type Exact, formatAmount, formatDifference, formatTarget, formatValue } from '../../judgement/index.ts';
import type { FigureKey, Inline, Text } from '../text.ts';
import type { Fact, FactKind, Tone } from './fact.ts';
import { definitionAt, figureAt, type Telling } from './telling.ts';

/** The figure of a unit in a month, printed as its cell is; null without one. */
export function valueToken(
  { source, indicator, judgement }: Telling,
  month: Month,
  unit = judgement.unit,
): Inline | null {
  const found = figureAt(source, indicator, unit, month);
  if (found === null) return null;
  const printed = formatValue(found, definitionAt(indicator, month));
  return { kind: 'figure', text: printed, of: { indicator: indicator.id, unit, month, part: 'value' } };
}

/** A numerator or denominator of the figure itself; null where there is none. */
export function sumToken({ judgement }: Telling, part: 'numerator' | 'denominator'): Inline | null {
  const { indicator, unit, month, observation } = judgement;
  const amount = observation?.[part] ?? null;
  if (amount === null) return null;
  return { kind: 'figure', text: formatAmount(amount), of: { indicator: indicator.id, unit, month, part } };
}

/** The target of the figure itself; null without one. */
export function targetToken({ judgement, definition }: Telling): Inline | null {
  const { indicator, unit, month, target } = judgement;
  if (target === null) return null;
  return {
    kind: 'figure',
    text: formatTarget(target, definition),
    of: { indicator: indicator.id, unit, month, part: 'target' },
  };
}

/** The size of the change of a unit's figure since an earlier month, taken before rounding. */
export function differenceToken(
  { indicator, judgement, definition }: Telling,
  { now, before, from, unit = judgement.unit }: { now: Exact; before: Exact; from: Month; unit?: string },
): Inline {
  const of: FigureKey = { indicator: indicator.id, unit, month: judgement.month, part: 'difference', from };
  return { kind: 'figure', text: formatDifference(now, before, definition), of };
}

/** A fact of a text: what it is about is read from its tokens. */
export function fact(kind: FactKind, tone: Tone, text: Text): Fact {
  const keys = new Map<string, FigureKey>();
  for (const piece of text) {
    if (piece.kind === 'figure') keys.set(Object.values(piece.of).join('|'), piece.of);
  }
  return { kind, text, about: [...keys.values()], tone };
}
