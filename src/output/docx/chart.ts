import { ChartRun, type ChartRunOptions, type ChartSeries } from 'docx/charts';
import { shortMonthLabel } from '../../calendar/index.ts';
import type { AnyChartData, CombinedData, Periods, ProcessData, TrendData } from '../../document/index.ts';
import { type Chart, extent, roundedRange } from '../charts/index.ts';
import { legal } from '../xml.ts';

/** CSS pixels. */
const size = { width: 640, height: 300 };

/** The Government Analysis Function's colours, in its order; what is only for comparison is grey. */
const palette = ['12436D', 'F46A25', '28A197', '801650'] as const;
const grey = '6F777B';

/**
 * A chart as one of Word's own, which can be changed there and has its figures with it; its reading is its alternative
 * text. Null of a kind that Word has no chart for, whose reading and table say it.
 */
export function chartRun(data: AnyChartData, chart: Chart): ChartRun | null {
  const options = optionsOf(data, chart);
  return options === null ? null : new ChartRun(options);
}

function optionsOf(data: AnyChartData, { title, alt }: Chart): ChartRunOptions | null {
  const base = {
    transformation: size,
    altText: { name: legal(title), description: legal(alt) },
    font: { name: 'Arial' },
    chartArea: { border: 'none' as const },
    legend: { position: 'bottom' as const },
  };
  const overTime = { ...base, type: 'line' as const, markers: true, emptyValues: 'gap' as const };
  switch (data.kind) {
    case 'trend':
      return { ...overTime, categories: labelsOf(data), ...seriesOf(data, trendSeries(data)) };
    case 'process':
      return { ...overTime, categories: labelsOf(data), ...seriesOf(data, processSeries(data)) };
    case 'combined':
      return { ...overTime, categories: labelsOf(data), ...seriesOf(data, combinedSeries(data)) };
    case 'spark':
      return {
        ...overTime,
        categories: labelsOf(data),
        series: [line(legal(data.caption.measure), data.values, 0), ...targetOf(data.targets)],
      };
    case 'bars':
      return {
        ...base,
        legend: false,
        type: 'bar',
        transformation: heightFor(data.bars.length),
        categories: data.bars.map(({ label }) => legal(label)),
        categoryAxis: { reverseOrder: true },
        series: [
          {
            name: legal(data.caption.measure),
            values: data.bars.map(({ value }) => value),
            colors: data.bars.map(({ own }) => (own === true ? palette[0] : '8FA3B8')),
          },
        ],
      };
    case 'stacked':
      return {
        ...base,
        type: 'bar',
        stacking: 'stacked',
        transformation: heightFor(data.rows.length),
        categories: data.rows.map(({ label }) => legal(label)),
        categoryAxis: { reverseOrder: true },
        series: data.categories.map((name, index) => ({
          name: legal(name),
          values: data.rows.map(({ amounts }) => amounts[index] ?? null),
          color: palette[index % palette.length] ?? grey,
        })),
      };
    case 'funnel':
      return null;
  }
}

const heightFor = (bars: number) => ({ ...size, height: Math.min(800, Math.max(200, 90 + bars * 24)) });

const labelsOf = ({ months, periods }: Periods): string[] =>
  (periods ?? months.map(shortMonthLabel)).map((label) => legal(label));

/** Series over the range that areas share where the data have one, and else over that of our own chart of them. */
function seriesOf({ range, scale }: TrendData | ProcessData | CombinedData, series: readonly ChartSeries[]) {
  const ground = series.some(({ type }) => type === 'column') ? [0] : [];
  const found = extent(series.flatMap(({ values }) => values));
  const ceiling = scale.measuredIn === 'percent' ? 100 : undefined;
  const own = found === null ? null : roundedRange(extent([...ground, ...found]) ?? found, ceiling);
  const [minimum, maximum] = range ?? own ?? [0, 100];
  return { series, valueAxis: { minimum, maximum } };
}

function line(name: string, values: readonly (number | null)[], index: number): ChartSeries {
  const color = palette[index % palette.length] ?? grey;
  return { name: legal(name), values, color, markers: true, line: { color, width: 2.25 } };
}

function dashed(name: string, values: readonly (number | null)[], color: string = grey): ChartSeries {
  return { name: legal(name), values, color, markers: false, line: { color, width: 1.5, dash: 'dash' } };
}

const targetOf = (values: readonly (number | null)[] | undefined, name = 'Target'): ChartSeries[] =>
  values === undefined || values.every((value) => value === null) ? [] : [dashed(name, values)];

function trendSeries({ main, benchmarks = [], target, targetHigh, amber, tolerance }: TrendData): ChartSeries[] {
  return [
    line(main.name, main.values, 0),
    ...benchmarks.map(({ name, values }, index) => line(name, values, index + 1)),
    ...targetOf(target, targetHigh === undefined ? 'Target' : 'Target, from'),
    ...targetOf(targetHigh, 'Target, to'),
    ...targetOf(amber, 'Amber limit'),
    ...(tolerance === undefined
      ? []
      : [dashed(`${tolerance.label}, low`, tolerance.low), dashed(`${tolerance.label}, high`, tolerance.high)]),
  ];
}

function processSeries({ caption, points, limits, targets }: ProcessData): ChartSeries[] {
  const along = (what: 'mean' | 'lower' | 'upper') =>
    points.map((_, at) => limits.find(({ from, to }) => at >= from && at < to)?.[what] ?? null);
  return [
    line(caption.measure, points, 0),
    dashed('Mean', along('mean')),
    dashed('Lower limit', along('lower'), palette[2]),
    dashed('Upper limit', along('upper'), palette[2]),
    ...targetOf(targets),
  ];
}

function combinedSeries({ series }: CombinedData): ChartSeries[] {
  return series.map(({ name, values, as }, index) =>
    as === 'bars'
      ? { name: legal(name), values, type: 'column', color: palette[index % palette.length] ?? grey }
      : line(name, values, index),
  );
}
