import type { JSX } from 'preact';
import type { Month } from '../../calendar/index.ts';
import type { Break, LimitsDrawn, Scale } from '../../document/index.ts';
import { BreakMarks, breakRows, EndLabels, NoFigure, ValueAxis } from './axes.tsx';
import { Frame } from './frame.tsx';
import { Line } from './line.tsx';
import { MonthAxis } from './month-axis.tsx';
import { palette, round } from './palette.ts';
import { around, linePath, lonePoints, stepPath } from './series.ts';
import { timePlot } from './time-plot.ts';

export interface ProcessChartProps {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What the chart says, in words, for those who do not see it. */
  readonly description: string;
  /** The month of each point, oldest first. */
  readonly months: readonly Month[];
  /** What each period is called where it is no month. */
  readonly periods?: readonly string[] | undefined;
  readonly points: readonly (number | null)[];
  readonly limits: readonly LimitsDrawn[];
  /** By point: whether it is a signal, drawn as a diamond. */
  readonly signals: readonly boolean[];
  /** What stands at the ends of the last limits and the points: 'Mean 24.1%'. */
  readonly labels: {
    readonly point: string;
    readonly mean: string;
    readonly lower: string;
    readonly upper: string;
    readonly target: string;
  };
  /** By point; null where there is none. Absent where the target is not one for a point. */
  readonly targets?: readonly (number | null)[];
  /** Points from which limits are taken anew. */
  readonly breaks?: readonly Break[];
  readonly range: readonly [number, number];
  readonly scale: Scale;
  readonly width?: number;
  readonly height?: number;
}

/**
 * An XmR chart: the points, their mean, and the usual range as a band. A point that is a signal is a diamond, so that
 * it differs by shape as well as by colour; lines are named at their ends.
 */
export function ProcessChart(props: ProcessChartProps): JSX.Element {
  const { id, title, description, months, periods, points, limits, signals, labels } = props;
  const { targets = [], breaks = [], range, scale, width = 640, height = 300 } = props;
  const latest = limits.at(-1);
  const last = points.length - 1;
  const lastOf = (values: readonly (number | null)[]): number | null => values.findLast((one) => one !== null) ?? null;
  const ends = (
    [
      { key: 'point', at: lastOf(points) },
      { key: 'target', at: lastOf(targets) },
      { key: 'upper', at: latest?.upper ?? null },
      { key: 'mean', at: latest?.mean ?? null },
      { key: 'lower', at: latest?.lower ?? null },
    ] as const
  ).flatMap(({ key, at }) => {
    const end = { key, index: last, name: labels[key], isMain: key === 'point' };
    return at === null ? [] : [{ ...end, at }];
  });
  const sizes = { width, height, rowsAbove: breakRows(breaks), inset: periods === undefined ? 6 : 28 };
  const plot = timePlot({ count: points.length, range, scale, ends, ...sizes });
  const { x, y } = plot;
  const starts = breaks.map(({ index }) => index);
  const lone = lonePoints(points, starts);

  return (
    <Frame id={id} title={title} description={description} width={width} height={height}>
      {limits.map((stretch) => (
        <Limits key={stretch.from} stretch={stretch} count={points.length} x={x} y={y} />
      ))}
      <ValueAxis plot={plot} />
      <MonthAxis months={months} labels={periods} plot={plot} />
      <BreakMarks plot={plot} breaks={breaks} />
      <Line
        class="line-target"
        d={stepPath(targets, x, y)}
        stroke={palette.ink}
        stroke-width="1.5"
        stroke-dasharray="6 4"
      />
      <Line
        class="line-point"
        d={linePath(points, starts, x, y)}
        stroke={palette.main}
        stroke-width="2"
        stroke-linejoin="round"
      />
      {points.map((point, index) => {
        if (point === null) return null;
        const [across, up] = [round(x(index)), round(y(point))];
        const month = months[index];
        if (signals[index] === true) {
          const diamond = `M${across} ${round(up - 6.5)}L${round(across + 6.5)} ${up}L${across} ${round(up + 6.5)}L${round(across - 6.5)} ${up}Z`;
          return <path key={month} class="signal" d={diamond} fill={palette.second} stroke={palette.ink} />;
        }
        const isLast = index === points.length - 1;
        const radius = isLast ? 4.5 : lone.includes(index) ? 3 : 2.5;
        return <circle key={month} cx={across} cy={up} r={radius} fill={palette.main} />;
      })}
      {points.every((point) => point === null) && <NoFigure plot={plot} />}
      <EndLabels plot={plot} />
    </Frame>
  );
}

interface LimitsProps {
  readonly stretch: LimitsDrawn;
  readonly count: number;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
}

/** The band between two limits with the mean in it, from half a month before its first point to half after its last. */
function Limits({ stretch, count, x, y }: LimitsProps): JSX.Element {
  const { from, to, mean, lower, upper, isTrial } = stretch;
  const [start, end] = [round(x(around(from, count)[0])), round(x(around(to - 1, count)[1]))];
  const [top, middle, bottom] = [round(y(upper)), round(y(mean)), round(y(lower))];
  const dash = isTrial ? '3 3' : undefined;
  const edge = { x1: start, x2: end, stroke: palette.quietEdge };
  return (
    <g>
      <rect x={start} y={top} width={round(end - start)} height={round(y(lower) - y(upper))} fill={palette.band} />
      <line {...edge} y1={top} y2={top} stroke-dasharray={dash} />
      <line {...edge} y1={bottom} y2={bottom} stroke-dasharray={dash} />
      <line {...edge} y1={middle} y2={middle} stroke-width="1.5" />
    </g>
  );
}
