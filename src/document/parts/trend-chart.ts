import { type Month, monthLabel, shortMonthLabel } from '../../calendar/index.ts';
import { figureSeries, smallDenominator } from '../../judgement/index.ts';
import type { NamedSeries, TrendData } from '../chart-data.ts';
import type { Context } from '../compile/context.ts';
import { monthsBefore } from '../compile/periods.ts';
import { captionOf, missingIn, periodsOf, spanOf } from '../compile/series.ts';
import type { DataOf } from './chart.ts';
import { ofEntry } from './nothing.ts';

/** A figure over periods: its target by date, its limits, what it is set beside, where it breaks. */
export const trendData: DataOf = (context, entry, { every, last, comparators }) => {
  const { indicator, definition } = entry;
  const asked = monthsBefore(context.month, every, last, context.input.figures.pack.financialYearStart);
  const valueAt = (month: Month) => context.input.figures.observation(indicator.id, context.unit.code, month)?.value;
  const given = asked.filter((month) => valueAt(month) != null);
  const [first] = given;
  if (first === undefined) return ofEntry(context, entry, `there is no figure from ${spanOf(context, asked, every)}.`);
  if (given.length === 1) {
    return ofEntry(
      context,
      entry,
      `there is no trend chart: ${monthLabel(first)} alone of the last ${last} ${every}s has a figure.`,
    );
  }
  // A chart begins with the first figure there is: what came before would be empty paper.
  const months = asked.slice(asked.indexOf(first));
  const series = figureSeries(context.input.figures, indicator, context.unit.code, months);
  const span = spanOf(context, months, every);
  const { inForce, targets, targetHighs, ambers } = series;
  const tolerance = {
    low: inForce.map((row) => row?.tolerance_low ?? null),
    high: inForce.map((row) => row?.tolerance_high ?? null),
  };
  const benchmarks = comparators.flatMap((group) => benchmarkOf(context, indicator.id, group, months));
  const notes = series.breaks.map(
    ({ index, version }) =>
      `Figures from ${shortMonthLabel(months[index] ?? context.month)} do not compare with those before: ${version.note.replace(/\.?$/, '.')}`,
  );
  const data: TrendData = {
    kind: 'trend',
    caption: captionOf(context, entry, span, notes),
    scale: { measuredIn: definition.measuredIn, decimals: definition.decimals },
    ...periodsOf(context, months, every),
    main: { name: context.unit.name, values: series.values, missing: missingIn(series.observations) },
    ...(benchmarks.length > 0 && { benchmarks }),
    ...(isDrawn(targets) && { target: targets }),
    ...(isDrawn(targetHighs) && { targetHigh: targetHighs }),
    ...(isDrawn(ambers) && { amber: ambers }),
    ...(isDrawn(tolerance.low) && { tolerance: { label: 'Tolerance', ...tolerance } }),
    breaks: series.breaks.map(({ index }) => ({
      index,
      label: `Definition changed, ${shortMonthLabel(months[index] ?? context.month)}`,
    })),
    marks: series.observations.flatMap((observation, index) =>
      observation?.value != null && smallDenominator(observation.denominator) ? [{ index, mark: 'few' as const }] : [],
    ),
  };
  return data;
};

const isDrawn = (values: readonly (number | null)[]): boolean => values.some((value) => value !== null);

/** What a group had when each month was reported; none where it never had a figure. */
function benchmarkOf({ input }: Context, indicator: string, group: string, months: readonly string[]): NamedSeries[] {
  const found = months.map((month) => input.beside(indicator, month).find((one) => one.group === group));
  const name = found.findLast((one) => one !== undefined)?.label;
  const values = found.map((one) => one?.value ?? null);
  if (name === undefined || !isDrawn(values)) return [];
  return [{ name, values, missing: found.map((one) => (one?.value == null ? (one?.mark ?? 'none given') : null)) }];
}
