import type { JSX } from 'preact';
import type { Month } from '../../calendar/index.ts';
import type { Break, PointMark, Scale, Tolerance } from '../../document/index.ts';
import { BreakMarks, breakRows, EndLabels, NoFigure, ValueAxis } from './axes.tsx';
import { Frame } from './frame.tsx';
import { Line } from './line.tsx';
import { MarkKey, MarkShape } from './marks.tsx';
import { MonthAxis } from './month-axis.tsx';
import { type LineStyle, palette, round } from './palette.ts';
import { bandPath, linePath, lonePoints, stepPath } from './series.ts';
import { timePlot } from './time-plot.ts';

export interface TrendSeries {
  /** What stands at its end: 'County', or 'County 73.8%'. */
  readonly label: string;
  /** What stands after the label and is never cut: '73.8%'. */
  readonly figure?: string;
  /** One value a period, oldest first; null where there is none. */
  readonly values: readonly (number | null)[];
  /** Reckoned as the main figure is, so that it is broken where that is; a published figure is not. */
  readonly breaksToo?: boolean;
}

export interface TrendChartProps {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What the chart says, in words, for those who do not see it. */
  readonly description: string;
  readonly months: readonly Month[];
  /** What each period is called where it is no month. */
  readonly periods?: readonly string[] | undefined;
  /** The figure itself. */
  readonly main: TrendSeries;
  /** Up to three to set beside it: a larger unit, neighbours, the nation. */
  readonly benchmarks?: readonly TrendSeries[];
  /** By period, a step where it changes. */
  readonly target?: TrendSeries | null;
  /** The upper end of a target that is a range. */
  readonly targetHigh?: TrendSeries | null;
  readonly amber?: TrendSeries | null;
  /** Both ends of what is still well, shaded between. */
  readonly tolerance?: Tolerance | null;
  /** Periods from which figures do not compare with those before: the line is broken there. */
  readonly breaks?: readonly Break[];
  readonly marks?: readonly PointMark[];
  readonly range: readonly [number, number];
  readonly scale: Scale;
  readonly width?: number;
  readonly height?: number;
}

interface Drawn extends LineStyle {
  readonly key: string;
  readonly series: TrendSeries;
  readonly thickness: number;
  readonly isStep: boolean;
}

/**
 * The periods of one figure with its target. Lines are named at their ends, outside the plot, so that no label crosses
 * a line; they differ by dash as well as by colour.
 */
export function TrendChart(props: TrendChartProps): JSX.Element {
  const { id, title, description, months, periods, main, tolerance = null, breaks = [], marks = [] } = props;
  const { range, scale, width = 640, height = 300 } = props;
  const lines = drawnLines(props);
  const ends = lines.flatMap(({ key, series }) => {
    const index = series.values.findLastIndex((value) => value !== null);
    const at = series.values[index] ?? null;
    const isMain = key === 'main';
    return at === null ? [] : [{ key, at, index, name: series.label, figure: series.figure, isMain }];
  });
  const named = [...toleranceEnd(tolerance), ...ends];
  const rowsBelow = marks.length > 0 ? 1 : 0;
  const inset = periods === undefined ? 6 : 28;
  const sizes = { width, height, rowsAbove: breakRows(breaks), rowsBelow, inset };
  const plot = timePlot({ count: months.length, range, scale, ends: named, ...sizes });
  const { x, y } = plot;
  const brokenAt = (key: string, { breaksToo }: TrendSeries): number[] =>
    key === 'main' || breaksToo === true ? breaks.map(({ index }) => index) : [];
  const last = ends.find(({ isMain }) => isMain);
  const band = tolerance === null ? '' : bandPath(tolerance.low, tolerance.high, x, y);

  return (
    <Frame id={id} title={title} description={description} width={width} height={height}>
      {band !== '' && <path class="band-tolerance" d={band} fill={palette.band} />}
      <ValueAxis plot={plot} />
      <MonthAxis months={months} labels={periods} plot={plot} />
      <BreakMarks plot={plot} breaks={breaks} />
      {tolerance !== null &&
        [tolerance.low, tolerance.high].map((edge, side) => (
          <Line key={side === 0 ? 'low' : 'high'} d={stepPath(edge, x, y)} stroke={palette.quietEdge} />
        ))}
      {lines.map(({ key, series, colour, dash, thickness, isStep }) => (
        <Line
          key={key}
          class={`line-${key}`}
          d={isStep ? stepPath(series.values, x, y) : linePath(series.values, brokenAt(key, series), x, y)}
          stroke={colour}
          stroke-width={thickness}
          stroke-dasharray={dash}
          stroke-linejoin="round"
        />
      ))}
      {lines.flatMap(({ key, series, colour, isStep }) =>
        (isStep ? [] : lonePoints(series.values, brokenAt(key, series))).map((index) => (
          <circle
            key={`${key}-${index}`}
            cx={round(x(index))}
            cy={round(y(series.values[index] ?? 0))}
            r="3"
            fill={colour}
          />
        )),
      )}
      {last !== undefined && <circle cx={round(x(last.index))} cy={round(y(last.at))} r="4.5" fill={palette.main} />}
      {marks.map(({ index, mark }) => {
        const value = main.values[index] ?? null;
        return value === null ? null : <MarkShape key={index} mark={mark} x={x(index)} y={y(value)} />;
      })}
      {marks.length > 0 && <MarkKey marks={marks} x={plot.left} y={height - 6} />}
      {last === undefined && <NoFigure plot={plot} />}
      <EndLabels plot={plot} />
    </Frame>
  );
}

/** The words of the band stand at its upper edge, clear of a target within it. */
function toleranceEnd(tolerance: Tolerance | null): { key: string; at: number; index: number; name: string }[] {
  if (tolerance === null) return [];
  const { low, high, label } = tolerance;
  const index = low.findLastIndex((value, at) => value !== null && (high[at] ?? null) !== null);
  const [from, to] = [low[index] ?? null, high[index] ?? null];
  return from === null || to === null ? [] : [{ key: 'tolerance', at: Math.max(from, to), index, name: label }];
}

const benchmarkStyles: readonly LineStyle[] = [
  { colour: palette.second, dash: '12 3' },
  { colour: palette.third, dash: '2 4' },
  { colour: palette.fourth, dash: '10 4 2 4' },
];

function drawnLines({ main, benchmarks = [], target, targetHigh, amber }: TrendChartProps): Drawn[] {
  const lines: Drawn[] = [];
  const step = { isStep: true, thickness: 1.5 };
  if (amber) lines.push({ key: 'amber', series: amber, colour: palette.inkQuiet, dash: '1.5 4', ...step });
  const ofTarget = { colour: palette.ink, dash: '6 4', ...step };
  if (target) lines.push({ key: 'target', series: target, ...ofTarget });
  if (targetHigh) lines.push({ key: 'target-high', series: targetHigh, ...ofTarget });
  for (const [index, style] of benchmarkStyles.entries()) {
    const series = benchmarks[index];
    if (series !== undefined)
      lines.push({ key: `benchmark-${index + 1}`, series, ...style, thickness: 2, isStep: false });
  }
  lines.push({ key: 'main', series: main, colour: palette.main, thickness: 2.5, isStep: false });
  return lines;
}
