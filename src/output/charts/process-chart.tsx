import { scaleLinear } from 'd3-scale';
import type { JSX } from 'preact';
import type { Month } from '../../calendar/index.ts';
import { MonthAxis } from './month-axis.tsx';
import { palette, round, textSize, textWidth } from './palette.ts';
import { linePath, lonePoints, stepPath } from './series.ts';
import { spread } from './spread.ts';

/** Points that share their limits. */
export interface LimitsDrawn {
  readonly from: number;
  /** One past the last point. */
  readonly to: number;
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** Few points: the edges of the band are drawn dashed. */
  readonly isTrial: boolean;
}

export interface ProcessChartProps {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What the chart says, in words, for those who do not see it. */
  readonly description: string;
  /** The month of each point, oldest first. */
  readonly months: readonly Month[];
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
  readonly breaks?: readonly { readonly index: number; readonly label: string }[];
  readonly range: readonly [number, number];
  readonly format: (value: number) => string;
  readonly width?: number;
  readonly height?: number;
}

/**
 * An XmR chart: the points, their mean, and the usual range as a band. A point that is a signal is a diamond, so that
 * it differs by shape as well as by colour; lines are named at their ends.
 */
export function ProcessChart(props: ProcessChartProps): JSX.Element {
  const { id, title, description, months, points, limits, signals, labels, targets = [], breaks = [] } = props;
  const { range, format, width = 640, height = 300 } = props;
  const latest = limits.at(-1);
  const lastOf = (values: readonly (number | null)[]): number | null => values.findLast((one) => one !== null) ?? null;
  const ends = [
    { key: 'point', at: lastOf(points) },
    { key: 'target', at: lastOf(targets) },
    { key: 'upper', at: latest?.upper ?? null },
    { key: 'mean', at: latest?.mean ?? null },
    { key: 'lower', at: latest?.lower ?? null },
  ] as const;
  const named = ends.flatMap(({ key, at }) => (at === null ? [] : [{ key, at, text: labels[key] }]));
  const ticks = scaleLinear(range, [0, 1]).ticks(height < 280 ? 4 : 5);
  const left = Math.max(...ticks.map((tick) => textWidth(format(tick))), 20) + 8;
  const right = Math.max(...named.map(({ key, text }) => textWidth(text, key === 'point')), 20) + 14;
  const plot = { left, top: breaks.length > 0 ? 24 : 10, right: width - right, bottom: height - 40 };
  const y = scaleLinear(range, [plot.bottom, plot.top]);
  const x = scaleLinear([0, Math.max(points.length - 1, 1)], [plot.left + 6, plot.right]);
  const wished = named.map(({ at }) => y(at));
  const places = spread(wished, textSize + 4, plot.top, plot.bottom);
  const starts = breaks.map(({ index }) => index);
  const lone = lonePoints(points, starts);

  return (
    <svg
      class="chart"
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      font-size={textSize}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {limits.map((stretch) => (
        <Limits key={stretch.from} stretch={stretch} count={points.length} x={x} y={y} />
      ))}
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={plot.left} x2={plot.right} y1={round(y(tick))} y2={round(y(tick))} stroke={palette.grid} />
          <text x={plot.left - 8} y={round(y(tick) + 4.5)} text-anchor="end" fill={palette.inkQuiet}>
            {format(tick)}
          </text>
        </g>
      ))}
      <MonthAxis months={months} x={x} top={plot.bottom} every={width < 420 ? 6 : 3} />
      {breaks.map(({ index, label }) => {
        const at = round(x(index - 0.5));
        const before = at > (plot.left + plot.right) / 2;
        return (
          <g key={index}>
            <line x1={at} x2={at} y1={6} y2={plot.bottom} stroke={palette.quietEdge} stroke-dasharray="1 3" />
            <text x={before ? at - 6 : at + 6} y={16} text-anchor={before ? 'end' : 'start'} fill={palette.inkQuiet}>
              {label}
            </text>
          </g>
        );
      })}
      <path
        class="line-target"
        d={stepPath(targets, x, y)}
        fill="none"
        stroke={palette.ink}
        stroke-width="1.5"
        stroke-dasharray="6 4"
      />
      <path
        class="line-point"
        d={linePath(points, starts, x, y)}
        fill="none"
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
      {named.map(({ key, at, text }, order) => (
        <text
          key={key}
          class={`label-${key}`}
          x={plot.right + 10}
          y={round((places[order] ?? y(at)) + 4.5)}
          fill={key === 'point' ? palette.main : palette.ink}
          font-weight={key === 'point' ? 'bold' : undefined}
        >
          {text}
        </text>
      ))}
    </svg>
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
  const [start, end] = [round(x(Math.max(0, from - 0.5))), round(x(Math.min(count - 1, to - 0.5)))];
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
