import type { AnyChartData } from '../../document/index.ts';
import { barsChart } from './bars.tsx';
import type { Chart, Drawing } from './chart.ts';
import { combinedChart } from './combined.tsx';
import { funnelChart } from './funnel.tsx';
import { processChart } from './process.tsx';
import { sparkChart } from './spark.tsx';
import { stackedChart } from './stacked.tsx';
import { trendChart } from './trend.tsx';

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
