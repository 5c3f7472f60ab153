import type { AnyChartData } from '../chart-data.ts';
import type { Context } from '../compile/context.ts';
import type { Block } from '../tree.ts';
import { type MeasuredEntry, measuredEntries } from './measured.ts';
import { nothing } from './nothing.ts';
import type { Part, PartSpec } from './part.ts';
import { processData } from './process-chart.ts';
import { trendData } from './trend-chart.ts';
import { barsData, funnelData } from './unit-charts.ts';

export type ChartSpec = Extract<PartSpec, { part: 'chart' }>;

/** The data of one kind of chart; a sentence where there is nothing to draw. */
export type DataOf = (context: Context, entry: MeasuredEntry, spec: ChartSpec) => AnyChartData | string;

const kinds: Readonly<Record<ChartSpec['chart'], DataOf>> = {
  trend: trendData,
  process: processData,
  bars: barsData,
  funnel: funnelData,
};

/** A chart for each indicator the part is about. */
export const chart: Part<'chart'> = (context, spec) =>
  measuredEntries(context, spec).map((entry): Block => {
    const data = kinds[spec.chart](context, entry, spec);
    if (typeof data === 'string') return nothing(data);
    return { kind: 'figure', id: context.id(`${entry.indicator.id}-${spec.chart}`), chart: data, table: 'shown' };
  });
