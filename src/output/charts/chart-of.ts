import { type BarsData, barsChart } from './bars.tsx';
import type { Chart, Drawing } from './chart.ts';
import { type CombinedData, combinedChart } from './combined.tsx';
import { type FunnelData, funnelChart } from './funnel.tsx';
import { type ProcessData, processChart } from './process.tsx';
import { type SparkData, sparkChart } from './spark.tsx';
import { type StackedData, stackedChart } from './stacked.tsx';
import { type TrendData, trendChart } from './trend.tsx';

/** The data of any chart, told apart by `kind`: what a document holds. */
export type AnyChartData = TrendData | ProcessData | BarsData | StackedData | CombinedData | FunnelData | SparkData;

/**
 * Draws any chart from its data. Pure: the same data give the same bytes.
 *
 * @throws RangeError for more series or categories than can be told apart, or a funnel of what is no share or rate.
 */
export function chartOf(data: AnyChartData, drawing: Drawing): Chart {
  switch (data.kind) {
    case 'trend':
      return trendChart(data, drawing);
    case 'process':
      return processChart(data, drawing);
    case 'bars':
      return barsChart(data, drawing);
    case 'stacked':
      return stackedChart(data, drawing);
    case 'combined':
      return combinedChart(data, drawing);
    case 'funnel':
      return funnelChart(data, drawing);
    case 'spark':
      return sparkChart(data, drawing);
  }
}
