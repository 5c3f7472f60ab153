import { scaleLinear } from 'd3-scale';
import type { JSX } from 'preact';
import type { Month } from '../../calendar/index.ts';
import { MonthAxis } from './month-axis.tsx';
import { palette, round, textSize, textWidth } from './palette.ts';
import { linePath, lonePoints, stepPath } from './series.ts';
import { spread } from './spread.ts';

export interface TrendSeries {
  /** What stands at its end: 'County 73.8%'. */
  readonly label: string;
  /** One value a month, oldest first; null where there is none. */
  readonly values: readonly (number | null)[];
}

export interface TrendChartProps {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What the chart says, in words, for those who do not see it. */
  readonly description: string;
  readonly months: readonly Month[];
  /** The figure itself. */
  readonly main: TrendSeries;
  /** A larger unit to set beside it. */
  readonly beside?: TrendSeries | null;
  /** By month, a step where it changes. */
  readonly target?: TrendSeries | null;
  /** The upper end of a target that is a range. */
  readonly targetHigh?: TrendSeries | null;
  readonly amber?: TrendSeries | null;
  /** Months from which figures do not compare with those before: the line is broken there. */
  readonly breaks?: readonly { readonly index: number; readonly label: string }[];
  readonly range: readonly [number, number];
  readonly format: (value: number) => string;
  readonly width?: number;
  readonly height?: number;
}

interface Drawn {
  readonly key: 'main' | 'beside' | 'target' | 'target-high' | 'amber';
  readonly series: TrendSeries;
  readonly colour: string;
  readonly dash?: string;
  readonly thickness: number;
}

/**
 * The months of one figure with its target. Lines are named at their ends, outside the plot, so that no label crosses
 * a line; they differ by dash as well as by colour.
 */
export function TrendChart(props: TrendChartProps): JSX.Element {
  const { id, title, description, months, main, breaks = [], range, format, width = 640, height = 300 } = props;
  const lines = drawnLines(props);
  const ends = lines.flatMap((line) => {
    const index = line.series.values.findLastIndex((value) => value !== null);
    const value = line.series.values[index] ?? null;
    return value === null ? [] : [{ line, index, value }];
  });
  const up = scaleLinear(range, [0, 1]);
  const ticks = up.ticks(height < 280 ? 4 : 5);
  const left = Math.max(...ticks.map((tick) => textWidth(format(tick))), 20) + 8;
  const right = Math.max(...ends.map(({ line }) => textWidth(line.series.label, line.key === 'main')), 20) + 14;
  const top = breaks.length > 0 ? 24 : 10;
  const bottom = 40;
  const plot = { left, top, right: width - right, bottom: height - bottom };
  const y = scaleLinear(range, [plot.bottom, plot.top]);
  const x = scaleLinear([0, Math.max(months.length - 1, 1)], [plot.left + 6, plot.right]);
  const places = spread(
    ends.map(({ value }) => y(value)),
    textSize + 4,
    plot.top,
    plot.bottom,
  );
  const starts = breaks.map(({ index }) => index);

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
      {lines.map(({ key, series, colour, dash, thickness }) => (
        <path
          key={key}
          class={`line-${key}`}
          d={key === 'main' || key === 'beside' ? linePath(series.values, starts, x, y) : stepPath(series.values, x, y)}
          fill="none"
          stroke={colour}
          stroke-width={thickness}
          stroke-dasharray={dash}
          stroke-linejoin="round"
        />
      ))}
      {lonePoints(main.values, starts).map((index) => (
        <circle key={index} cx={round(x(index))} cy={round(y(main.values[index] ?? 0))} r="2.5" fill={palette.main} />
      ))}
      {ends.map(({ line, index, value }, order) => {
        const place = places[order] ?? y(value);
        return (
          <g key={line.key}>
            {line.key === 'main' && <circle cx={round(x(index))} cy={round(y(value))} r="4.5" fill={palette.main} />}
            <text
              class={`label-${line.key}`}
              x={plot.right + 10}
              y={round(place + 4.5)}
              fill={line.key === 'main' ? palette.main : palette.ink}
              font-weight={line.key === 'main' ? 'bold' : undefined}
            >
              {line.series.label}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function drawnLines({ main, beside, target, targetHigh, amber }: TrendChartProps): Drawn[] {
  const lines: Drawn[] = [];
  if (amber) lines.push({ key: 'amber', series: amber, colour: palette.third, dash: '2 4', thickness: 1.5 });
  const ofTarget = { colour: palette.ink, dash: '6 4', thickness: 1.5 };
  if (target) lines.push({ key: 'target', series: target, ...ofTarget });
  if (targetHigh) lines.push({ key: 'target-high', series: targetHigh, ...ofTarget });
  if (beside) lines.push({ key: 'beside', series: beside, colour: palette.second, dash: '12 3', thickness: 2 });
  lines.push({ key: 'main', series: main, colour: palette.main, thickness: 2.5 });
  return lines;
}
