import { dayLabel, monthLabel } from '../../calendar/index.ts';
import type { CasesToBand, Judgement, Needed, Outlook } from '../../judgement/index.ts';
import {
  bandAt,
  compare,
  formatAmount,
  formatTarget,
  formatValue,
  toNumber,
  trendInWords,
  usualTrendRule,
} from '../../judgement/index.ts';
import type { LabelSet, Pack } from '../../pack/index.ts';
import type { StatusLabels } from '../status-labels.ts';

/** Where a figure is going, in sentences that follow from it by rule. */
export interface Heading {
  /** The trend in a word, and the rule that gives it; null where there is none. */
  readonly trend: { readonly word: string; readonly rule: string } | null;
  readonly sentences: readonly string[];
  /** Whether a year-end figure is among them. */
  readonly isProjected: boolean;
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'];
const inWords = (count: number): string => numbers[count] ?? String(count);
const months = (count: number): string => `${inWords(count)} ${count === 1 ? 'month' : 'months'}`;

/** @returns null where nothing can be said. */
export function headingOf(
  judgement: Judgement,
  { trendRule }: Pick<Pack, 'trendRule'>,
  labels: StatusLabels,
  set: LabelSet,
): Heading | null {
  const { outlook, casesToBands, trend } = judgement;
  const projected = outlook === null ? null : projectionOf(judgement, outlook, labels);
  const needed = outlook?.needed == null ? null : neededOf(judgement, outlook, outlook.needed);
  const cases = casesToBands === null ? null : casesOf(judgement, labels);
  const sentences = [projected, needed, cases].filter((sentence) => sentence !== null);
  const word = trend === null ? null : trendInWords(set, trend);
  if (word === null && sentences.length === 0) return null;
  return {
    trend: word === null ? null : { word, rule: trendFrom(judgement, { ...usualTrendRule, ...trendRule }, set) },
    sentences,
    isProjected: projected !== null,
  };
}

function lastMonths({ recentMonths }: Outlook): string {
  return `the last ${recentMonths === 1 ? 'month' : months(recentMonths)}`;
}

function projectionOf(judgement: Judgement, outlook: Outlook, labels: StatusLabels): string | null {
  const { definition, bands } = judgement;
  const { projection, yearEnd } = outlook;
  if (projection === null) return null;
  const print = (figure: typeof projection.figure): string => formatValue(figure, definition);
  const last = lastMonths(outlook);
  const [end, figure] = [monthLabel(yearEnd), print(projection.figure)];
  const start =
    definition.basis === 'year-to-date'
      ? `If the rest of the year goes like ${last}, the year to ${end} ends at ${figure}`
      : definition.basis === 'snapshot'
        ? `If it goes on changing as in ${last}, it stands at ${figure} at the end of ${end}`
        : `If the months to come go like ${last}, ${end} comes to ${figure}`;
  const [low, high] = [print(projection.low), print(projection.high)];
  const range = compare(projection.low, projection.high) === 0 ? '' : `, between ${low} and ${high}`;
  const band = bandAt(bands, projection.figure);
  return `${start}${range}.${band === null ? '' : ` That would be: ${labels[band.status]}.`}`;
}

function neededOf({ definition, target }: Judgement, outlook: Outlook, needed: Needed): string | null {
  if (target === null) return null;
  const { monthsLeft } = outlook;
  const aim = `the target of ${formatTarget(target, definition)}`;
  const assumed = assumptionOf(definition, outlook);
  const whatever = assumed === null ? 'whatever the rest of it brings' : `${assumed}, however they turn out`;
  if (needed.kind === 'can no longer be met') return `For the year, ${aim} can no longer be met, ${whatever}.`;
  if (needed.kind === 'met whatever comes') return `For the year, ${aim} is met, ${whatever}.`;
  const side = definition.polarity === 'lower' ? 'or less' : 'or more';
  const figure = `${formatValue(needed.figure, definition)} ${side}`;
  const left = monthsLeft === 1 ? 'the month left' : `the ${months(monthsLeft)} left`;
  if (assumed === null) return `For the year to meet ${aim}, ${left} must bring ${figure}.`;
  return `For the year to meet ${aim}, ${left} must come to ${figure}, ${assumed}.`;
}

/** What a rate of the rest of the year rests on; null for a count, which rests on nothing. */
function assumptionOf({ measuredIn }: Judgement['definition'], outlook: Outlook): string | null {
  if (outlook.casesToCome === null) return null;
  const number = formatAmount(Math.round(toNumber(outlook.casesToCome)));
  const [one, many] = measuredIn === 'percent' ? ['case comes', 'cases come'] : ['comes', 'come'];
  const more = number === '1' ? `1 more ${one}` : `${number} more ${many}`;
  return `if about ${more}${measuredIn === 'percent' ? '' : ' into the denominator'} at the pace of ${lastMonths(outlook)}`;
}

/** How many cases stand between the figure and the statuses beside its own. */
function casesOf({ casesToBands, definition, observation }: Judgement, labels: StatusLabels): string | null {
  const ways = [casesToBands?.toBetter, casesToBands?.toWorse].filter((way) => way !== null && way !== undefined);
  const isPercent = definition.measuredIn === 'percent';
  const [first, ...others] = ways.map(({ cases, way, status }: CasesToBand, index) => {
    const of =
      isPercent && index === 0 ? ` of the ${formatAmount(observation?.denominator ?? 0)} in the numerator` : '';
    return `${formatAmount(cases)} ${way}${of} would make it ${labels[status]}`;
  });
  return first === undefined ? null : `${[first, ...others].join('; ')}.`;
}

/** What gives the trend word: the rule, or the person who set another, with the rule's word beside it. */
function trendFrom(judgement: Judgement, rule: typeof usualTrendRule, set: LabelSet): string {
  const { trendByRule, trendOverride } = judgement;
  if (trendOverride === null) return ruleOf(judgement, rule);
  const { by, reason, until } = trendOverride;
  const end = until === null ? 'until it is taken back' : `for figures up to ${dayLabel(until)}`;
  const other =
    trendByRule === null ? '' : ` By rule it is ${trendInWords(set, trendByRule)}: ${ruleOf(judgement, rule)}`;
  return `${by}, set by hand ${end}. Reason: ${reason}.${other}`;
}

/** The rule of the trend word in a line. */
function ruleOf({ definition }: Judgement, { every, reversal, gain, loss }: typeof usualTrendRule): string {
  const unit = definition.measuredIn === 'percent' ? 'percentage points' : 'per cent';
  const apart = every === 1 ? 'one month' : months(every);
  return (
    `the last three figures, ${apart} apart. A turn ending in a step of ${reversal} ${unit} or more is volatile; ` +
    `without a turn, a gain of ${gain} or more is improving and a loss of ${loss} or more declining; the rest is stable.`
  );
}
