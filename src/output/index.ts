/** Renderers: data in, markup out. Pure; they know nothing of indicators or units. */
export type { Bar, BarChartProps } from './charts/bar-chart.tsx';
export { BarChart } from './charts/bar-chart.tsx';
export type { LimitsDrawn, ProcessChartProps } from './charts/process-chart.tsx';
export { ProcessChart } from './charts/process-chart.tsx';
export { extent, roundedRange } from './charts/series.ts';
export type { SparklineProps } from './charts/sparkline.tsx';
export { Sparkline } from './charts/sparkline.tsx';
export type { TrendChartProps, TrendSeries } from './charts/trend-chart.tsx';
export { TrendChart } from './charts/trend-chart.tsx';
export type { TrendTitleInput } from './charts/trend-title.ts';
export { trendTitle } from './charts/trend-title.ts';
