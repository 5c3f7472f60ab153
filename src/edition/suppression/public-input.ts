import { monthEnd } from '../../calendar/index.ts';
import type { ReportInput } from '../../document/index.ts';
import { figureOf, type Observation, reasonOf } from '../../measure/index.ts';
import { type Definition, versionAt } from '../../pack/index.ts';
import { partName, type Suppressed, type SuppressionSettings } from './figures.ts';
import type { HeldBack } from './held-back.ts';

/**
 * The input of a report as the public may have it: a document that is compiled from it cannot say what is suppressed, in no table,
 * chart, sentence, order or comparison, because it never had it. What is held back has its reason in the place of the figure.
 * Why figures were restated is told in counts of cases, and doubtful rows are counted: neither is in it. What a restated figure was
 * and is says how many cases came late, so that it is told alone. A status that a person set is dropped with its figure.
 */
export function publicInput(
  input: ReportInput,
  suppressed: Suppressed,
  heldBack: HeldBack,
  settings: SuppressionSettings,
): ReportInput {
  const { figures, restatements } = input;
  const definitionOf = (indicator: string, month: string): Definition | undefined => {
    const found = figures.pack.indicators.get(indicator);
    return found === undefined ? undefined : versionAt(found, monthEnd(month)).definition;
  };
  const shown = (found: Observation): Observation => {
    const { indicator, unit, month } = found;
    const reason = heldBack(indicator, unit, month);
    if (reason !== null) return withoutAll(found, reason);
    const definition = definitionOf(indicator, month);
    return definition === undefined ? found : rounded(without(found, suppressed, definition), definition, settings);
  };
  const observation: typeof figures.observation = (indicator, unit, month) => {
    const found = figures.observation(indicator, unit, month);
    return found && shown(found);
  };
  const isHidden = (indicator: string, unit: string) =>
    observation(indicator, unit, input.month)?.state === 'suppressed';
  const overrides = figures.pack.overrides.filter(({ indicator, unit }) => !isHidden(indicator, unit ?? input.unit));
  const pack = { ...figures.pack, overrides };
  return {
    ...input,
    faults: null,
    figures: new Proxy(figures, {
      get(target, name) {
        if (name === 'observation') return observation;
        if (name === 'pack') return pack;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    }),
    ...(restatements !== undefined && {
      restatements: restatements.map((one) => ({
        ...one,
        published: withoutAll(one.published, `As in edition ${one.edition}`),
        now: withoutAll(one.published, 'Another figure'),
        reasons: ['Not told in a public edition'],
      })),
    }),
  };
}

const withoutAll = (found: Observation, reason: string): Observation => ({
  ...found,
  numerator: null,
  denominator: null,
  value: null,
  state: 'suppressed',
  reason,
});

/** An observation without what is suppressed of it. */
function without(found: Observation, suppressed: Suppressed, { measuredIn }: Definition): Observation {
  const { indicator, unit, month } = found;
  const isHidden = (part: 'numerator' | 'denominator' | 'value') =>
    suppressed.has(partName(indicator, unit, month, part));
  const [n, d, value] = [isHidden('numerator'), isHidden('denominator'), isHidden('value')];
  if (!n && !d && !value) return found;
  return {
    ...found,
    numerator: n || (measuredIn === 'count' && value) ? null : found.numerator,
    denominator: d ? null : found.denominator,
    value: null,
    state: 'suppressed',
    reason: reasonOf('suppressed', measuredIn),
  };
}

/** Counts to the nearest so many, and the percentage or rate that these make. */
function rounded(found: Observation, { measuredIn }: Definition, { roundTo }: SuppressionSettings): Observation {
  if (roundTo === null) return found;
  const isAverage = measuredIn === 'average' || measuredIn === 'average-days';
  const nearest = (count: number | null) => (count === null ? null : Math.floor(count / roundTo + 0.5) * roundTo);
  const numerator = isAverage ? found.numerator : nearest(found.numerator);
  const denominator = measuredIn.startsWith('rate-') ? found.denominator : nearest(found.denominator);
  if (found.value === null || numerator === null || isAverage) return { ...found, numerator, denominator };
  return { ...found, numerator, denominator, value: figureOf(measuredIn, numerator, denominator).value };
}
