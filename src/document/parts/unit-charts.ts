import { monthLabel } from '../../calendar/index.ts';
import { byFigure, formatAmount, formatValue, type Judgement, unitWord } from '../../judgement/index.ts';
import type { BarsData, FunnelData } from '../chart-data.ts';
import { dataWords } from '../columns/index.ts';
import type { Context } from '../compile/context.ts';
import { captionOf } from '../compile/series.ts';
import { isGiven, leftOutWords, type UnitsAt, unitName, unitsAt } from '../compile/units-at.ts';
import type { DataOf } from './chart.ts';
import { ofEntry } from './nothing.ts';

type Level = Parameters<typeof unitsAt>[1];

interface Judged {
  readonly judged: readonly Judgement[];
  readonly at: UnitsAt;
  /** Said under the chart where units have not given a figure; none where all have. */
  readonly leftOut: readonly string[];
  /** The figure of the unit above all of them; null where it has none, or a sum that its parts cannot reach. */
  readonly reference: { readonly label: string; readonly value: number } | null;
}

/** The figures of the units of a level; a sentence where there are none. */
function judgedAt(context: Context, indicator: string, level: Level | undefined): Judged | string {
  const kind = level ?? 'team';
  const at = unitsAt(context, kind);
  const all = at.units.map(({ code }) => context.judgement(indicator, context.month, code));
  const judged = all.filter(isGiven);
  if (judged.every(({ figure }) => figure === null)) {
    return `there is no figure by ${unitWord(context.input.figures.pack, kind)} for ${monthLabel(context.month)}.`;
  }
  if (judged.length < fewestBars) {
    const named = judged.map((one) => `${unitName(context, one.unit)} (${printedOf(one)})`).join(' and ');
    return `no chart, because only ${named} of ${all.length} ${at.things} ${judged.length === 1 ? 'has' : 'have'} a figure for ${monthLabel(context.month)}.`;
  }
  const above = at.above === null ? null : context.judgement(indicator, context.month, at.above.code);
  const value = above === null || above.definition.measuredIn === 'count' ? null : (above.observation?.value ?? null);
  const label = at.above?.name ?? '';
  const leftOut = leftOutWords(all.length - judged.length, all.length, at.things);
  return { judged, at, leftOut, reference: value === null ? null : { label, value } };
}

/** One or two bars say no more than their figures in a sentence. */
const fewestBars = 3;

const printedOf = (judgement: Judgement): string =>
  judgement.figure === null ? missingOf(judgement) : formatValue(judgement.figure, judgement.definition);

const missingOf = ({ observation }: Judgement): string => {
  const state = observation?.state ?? 'not-collected';
  return state === 'value' ? '' : dataWords[state].toLowerCase();
};

/** What a figure rests on: 'of 612', for percentages and averages; nothing for counts and rates. */
function restsOn({ observation, definition, figure, smallDenominator }: Judgement): string | undefined {
  if (figure === null || observation?.denominator == null || definition.measuredIn.startsWith('rate-'))
    return undefined;
  return `of ${formatAmount(observation.denominator)}${smallDenominator ? ', few' : ''}`;
}

/** One figure over the units of a level, the better end first, with the line of the unit above them. */
export const barsData: DataOf = (context, entry, { level }) => {
  const { indicator, definition } = entry;
  const found = judgedAt(context, indicator.id, level);
  if (typeof found === 'string') return ofEntry(context, entry, found);
  const order = byFigure(definition.polarity);
  const data: BarsData = {
    kind: 'bars',
    caption: captionOf(context, entry, monthLabel(context.month), found.leftOut),
    scale: { measuredIn: definition.measuredIn, decimals: definition.decimals },
    things: found.at.things,
    bars: found.judged
      .toSorted((a, b) => order(a.figure, b.figure))
      .map((judgement) => {
        const value = judgement.observation?.value ?? null;
        const note = restsOn(judgement);
        return {
          label: unitName(context, judgement.unit),
          value,
          ...(value === null && { missing: missingOf(judgement) }),
          ...(note !== undefined && { note }),
          ...(judgement.unit === context.unit.code && { own: true }),
        };
      }),
    ...(found.reference !== null && { reference: found.reference }),
  };
  return data;
};

/** Units by size and figure within what chance alone would give; of a percentage or a rate. */
export const funnelData: DataOf = (context, entry, { level }) => {
  const { indicator, definition, given } = entry;
  const { measuredIn, decimals } = definition;
  if (measuredIn !== 'percent' && !measuredIn.startsWith('rate-')) {
    return ofEntry(context, entry, 'units are compared by size for a percentage or a rate alone.');
  }
  const found = judgedAt(context, indicator.id, level);
  if (typeof found === 'string') return ofEntry(context, entry, found);
  const data: FunnelData = {
    kind: 'funnel',
    caption: captionOf(context, entry, monthLabel(context.month), found.leftOut),
    scale: { measuredIn, decimals },
    things: found.at.things,
    sizeLabel: given.denominator ?? (measuredIn === 'percent' ? 'Cases' : 'Population'),
    units: found.judged.map((judgement) => ({
      label: unitName(context, judgement.unit),
      size: judgement.observation?.denominator ?? null,
      cases: judgement.observation?.numerator ?? null,
      ...(judgement.figure === null && { missing: missingOf(judgement) }),
    })),
    ...(found.reference !== null && { centre: found.reference }),
  };
  return data;
};
