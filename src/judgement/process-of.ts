import { addToMonth, type Month, monthEnd, outturnMonth } from '../calendar/index.ts';
import { breakBetween } from '../pack/index.ts';
import { monthInside } from './comparators/month-inside.ts';
import { toNumber } from './exact.ts';
import { figureOf } from './figure.ts';
import type { Judgement } from './judgement.ts';
import { type ProcessView, processView, type Rebase, usualProcessSettings } from './process/index.ts';
import type { JudgementSource } from './source.ts';

/** The process behind a figure: its points, and from which months they are. */
export interface FigureProcess extends ProcessView {
  /** One for each point. */
  readonly months: readonly Month[];
  readonly pointsAre: 'figures' | 'months inside the year to date' | 'quarters';
  /** Why no limits are taken; null where they are. */
  readonly notTaken: string | null;
}

type Known = Pick<Judgement, 'indicator' | 'unit' | 'month' | 'definition' | 'bands'>;

/**
 * Process limits over the months up to one, taken anew where the definition breaks or the pack says so. Points must
 * stand each for itself: a year to date is taken apart into its months, a quarter is one point, and of rolling figures,
 * which share their months with their neighbours, none are taken.
 */
export function processOf(source: JudgementSource, known: Known): FigureProcess {
  const { indicator, unit, month, definition, bands } = known;
  const { rebased = [], ...given } = source.pack.processLimits ?? {};
  const settings = { ...usualProcessSettings, ...given };
  const every = Array.from({ length: settings.months }, (_, index) => addToMonth(month, index + 1 - settings.months));
  const isQuarter = definition.basis === 'quarter';
  const months = isQuarter ? every.filter((each) => endsQuarter(each, source.pack.financialYearStart)) : every;
  const isYearToDate = definition.basis === 'year-to-date';
  const points = months.map((each) =>
    isYearToDate ? insideFigure(source, known, each) : (source.observation(indicator.id, unit, each)?.value ?? null),
  );
  const common = {
    months,
    pointsAre: isYearToDate ? 'months inside the year to date' : isQuarter ? 'quarters' : 'figures',
  } as const;
  if (definition.basis.startsWith('rolling')) {
    const none = { points, stretches: [], signals: points.map(() => []), settings, variation: null, assurance: null };
    return { ...common, ...none, notTaken: 'Rolling figures share their months, so one point says little of the next' };
  }
  const breaks = months.flatMap((each, index): Rebase[] => {
    const before = months[index - 1];
    const version = before === undefined ? null : breakBetween(indicator, monthEnd(before), monthEnd(each));
    return version === null ? [] : [{ index, reason: version.note, by: null }];
  });
  const decided = rebased
    .filter((row) => row.indicator === indicator.id && (row.unit === undefined || row.unit === unit))
    .map(({ from, by, reason }): Rebase => ({ index: months.findIndex((each) => monthEnd(each) >= from), by, reason }));
  // A year's target for a count is not one for a month of it.
  const judgedBy = isYearToDate && definition.measuredIn === 'count' ? [] : bands;
  const view = processView(points, [...breaks, ...decided], settings, definition.polarity, judgedBy);
  return { ...common, ...view, notTaken: null };
}

function insideFigure(source: JudgementSource, { indicator, unit, definition }: Known, month: Month): number | null {
  const sums = monthInside(source, indicator.id, unit, month);
  const figure = sums && figureOf(definition.measuredIn, sums.numerator, sums.denominator);
  return figure === null ? null : toNumber(figure);
}

/** Whether a month is the last of its quarter of the financial year. */
function endsQuarter(month: Month, financialYearStart: number): boolean {
  const outturn = outturnMonth(month, financialYearStart);
  return [3, 6, 9, 12].some((quarter) => addToMonth(outturn, quarter) === month);
}
