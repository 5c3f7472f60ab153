import { exact, type Judgement, movement, roundHalfUp, toNumber } from '../../judgement/index.ts';
import type { Context, Entry } from '../compile/context.ts';

/**
 * Percentages that a person typed and that are no figure of the indicator, no target or comparator of it, and no
 * difference between two of these: a figure quoted from elsewhere, or from before a correction.
 */
export function strayPercentages(context: Context, entry: Entry, typed: string): string[] {
  const known = figuresBeside(context, entry);
  const all = [...known, ...known.flatMap((one) => known.flatMap((other) => apart(one, other)))];
  const found = [...typed.matchAll(/(\d+(?:\.(\d+))?)\s?(?:%|per cent|percentage points?)/g)];
  const among = (values: readonly number[], number: string, decimals: string): boolean =>
    values.some((value) => Number(roundHalfUp(exact(value), decimals.length)) === Number(number));
  const stray = found
    .filter(([, number = '', decimals = '']) => !among(all, number, decimals))
    .filter(([, number = '', decimals = '']) => !among(figuresElsewhere(context, entry), number, decimals));
  const says = (whole: string): string =>
    `${whole} is written, and it is no figure, target or comparator of the indicator, nor a difference between these.`;
  return [...new Set(stray.map(([whole]) => says(whole)))];
}

/** Figures of other units and months, how far the figure is from its own earlier ones, and targets of other days. */
function figuresElsewhere({ input: { figures }, month, unit }: Context, { indicator }: Entry): number[] {
  if (indicator === null) return [];
  const measured = (code: string): number[] =>
    figures.months.flatMap((at) => figures.observation(indicator.id, code, at)?.value ?? []);
  const now = figures.observation(indicator.id, unit.code, month)?.value ?? null;
  const moved = now === null ? [] : measured(unit.code).flatMap((then) => apart(now, then));
  const aims = figures.pack.targets
    .filter((row) => row.indicator === indicator.id)
    .flatMap(({ target }) => target ?? []);
  return [...figures.units(month).flatMap(({ code }) => measured(code)), ...moved, ...aims];
}

/** How far one figure is from another, and that in per cent of the other. */
function apart(one: number, other: number): number[] {
  const difference = Math.abs(one - other);
  return other === 0 ? [difference] : [difference, (100 * difference) / Math.abs(other)];
}

function figuresBeside(context: Context, { indicator, given }: Entry): number[] {
  if (indicator === null) return [];
  const ids = [indicator.id, ...given.parts, ...Object.values(given.figures)];
  const own = ids
    .filter((id) => context.input.figures.pack.indicators.has(id))
    .flatMap((id) => figuresOf(context.judgement(id)));
  const beside = ids.flatMap((id) =>
    context.input.beside(id, context.month).flatMap(({ value }) => (value === null ? [] : [value])),
  );
  return [...own, ...beside];
}

function figuresOf({ figure, previous, outturn, yearAgo, target }: Judgement): number[] {
  const { target: aim, target_high: high, amber, tolerance_low: from, tolerance_high: to } = target ?? {};
  const given = [aim, high, amber, from, to].filter((value) => value !== undefined);
  const measured = [figure, previous.figure, outturn.figure, yearAgo.figure].filter((value) => value !== null);
  return [...measured.map(toNumber), ...given];
}

const rising = /\b(increas(e|es|ed|ing)|rise|rises|risen|rising|rose|grew|grown|growing)\b/i;
const falling = /\b(decreas(e|es|ed|ing)|fall|falls|fallen|falling|fell|dropped|drops|declin(e|es|ed|ing))\b/i;

/** A rise that is spoken of where every earlier figure was higher, or a fall where every one was lower. */
export function contradictedDirection(context: Context, indicator: string, typed: string): string[] {
  const { figure, previous, outturn, yearAgo } = context.judgement(indicator);
  const went = [previous, outturn, yearAgo]
    .filter(({ brokenBy }) => brokenBy === null)
    .map((one) => movement(figure, one.figure))
    .filter((each) => each !== null);
  if (went.length === 0 || rising.test(typed) === falling.test(typed)) return [];
  const [word, against] = rising.test(typed) ? (['rise', 'down'] as const) : (['fall', 'up'] as const);
  if (!went.every((each) => each === against)) return [];
  return [
    `A ${word} is spoken of, and the figure ${against === 'down' ? 'fell' : 'rose'} from every earlier one shown.`,
  ];
}
