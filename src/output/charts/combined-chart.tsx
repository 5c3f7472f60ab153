import type { JSX } from 'preact';
import type { Month } from '../../calendar/index.ts';
import type { Break, CombinedSeries, Scale } from '../../document/index.ts';
import { BreakMarks, breakRows, EndLabels, NoFigure, ValueAxis } from './axes.tsx';
import { Frame } from './frame.tsx';
import { Line } from './line.tsx';
import { MonthAxis } from './month-axis.tsx';
import { printed } from './number.ts';
import { lineStyles, palette, round } from './palette.ts';
import { linePath, lonePoints } from './series.ts';
import { type TimePlot, timePlot } from './time-plot.ts';

export interface CombinedChartProps {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly months: readonly Month[];
  /** What each period is called where it is no month. */
  readonly periods?: readonly string[] | undefined;
  /** One to four, all measured alike: they share one scale. */
  readonly series: readonly CombinedSeries[];
  readonly breaks?: readonly Break[];
  readonly range: readonly [number, number];
  readonly scale: Scale;
  readonly width?: number;
  readonly height?: number;
}

/** More than these cannot be told apart. */
const mostSeries = 4;

/**
 * Up to four series on one scale, each line named at its end with its latest figure and told by its dash and the shape
 * at its end; one of them may be bars. Two scales in one picture are not drawn: where they cross means nothing.
 *
 * @throws RangeError for more than four series, or more than one of bars.
 */
export function CombinedChart(props: CombinedChartProps): JSX.Element {
  const {
    id,
    title,
    description,
    months,
    periods,
    series,
    breaks = [],
    range,
    scale,
    width = 640,
    height = 300,
  } = props;
  if (series.length > mostSeries) throw new RangeError(`at most ${mostSeries} series can be told apart`);
  const bars = series.filter((one) => one.as === 'bars');
  if (bars.length > 1) throw new RangeError('at most one series is drawn as bars');
  const lines = series.filter((one) => one.as !== 'bars');
  const styles = lineStyles(lines.length);
  const ends = series.flatMap((one, order) => {
    const index = one.values.findLastIndex((value) => value !== null);
    const at = one.values[index] ?? null;
    const name = one.as === 'bars' ? `${one.name} (bars)` : one.name;
    return at === null ? [] : [{ key: `${order + 1}`, at, index, name, figure: printed(at, scale) }];
  });
  const room = (width * 0.6) / Math.max(months.length, 2) / 2;
  const inset = bars.length > 0 ? Math.max(6, Math.min(room, 24)) : 6;
  const plot = timePlot({
    count: months.length,
    range,
    scale,
    ends,
    width,
    height,
    rowsAbove: breakRows(breaks),
    inset: bars.length > 0 ? inset : periods === undefined ? 6 : 28,
    insetRight: bars.length > 0 ? inset : 0,
  });
  const starts = breaks.map(({ index }) => index);
  return (
    <Frame id={id} title={title} description={description} width={width} height={height}>
      <ValueAxis plot={plot} />
      {bars.map((one) => (
        <Bars key={one.name} values={one.values} plot={plot} inset={inset} />
      ))}
      <MonthAxis months={months} labels={periods} plot={plot} />
      <BreakMarks plot={plot} breaks={breaks} />
      {lines.map((one, order) => {
        const { colour, dash } = styles[order] ?? { colour: palette.main };
        const { x, y } = plot;
        const end = one.values.findLastIndex((value) => value !== null);
        const last = one.values[end] ?? null;
        return (
          <g key={one.name}>
            <Line
              class={`line-${order + 1}`}
              d={linePath(one.values, starts, x, y)}
              stroke={colour}
              stroke-width="2"
              stroke-dasharray={dash}
              stroke-linejoin="round"
            />
            {lonePoints(one.values, starts).map((index) => (
              <circle key={index} cx={round(x(index))} cy={round(y(one.values[index] ?? 0))} r="2.5" fill={colour} />
            ))}
            {last !== null && <EndShape order={order} x={x(end)} y={y(last)} colour={colour} />}
          </g>
        );
      })}
      {ends.length === 0 && <NoFigure plot={plot} />}
      <EndLabels plot={plot} />
    </Frame>
  );
}

interface BarsProps {
  readonly values: readonly (number | null)[];
  readonly plot: TimePlot;
  readonly inset: number;
}

function Bars({ values, plot, inset }: BarsProps): JSX.Element {
  const thick = Math.max(2, Math.min(plot.step * 0.7, 2 * inset - 2, 40));
  const ground = plot.y(0);
  return (
    <g class="bars" fill={palette.quiet} stroke={palette.quietEdge}>
      {values.map((value, index) => {
        if (value === null) return null;
        const up = plot.y(value);
        const middle = plot.x(index);
        return (
          <rect
            key={index}
            x={round(middle - thick / 2)}
            y={round(Math.min(up, ground))}
            width={round(thick)}
            height={round(Math.max(Math.abs(ground - up), 0.5))}
          />
        );
      })}
    </g>
  );
}

interface EndShapeProps {
  readonly order: number;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
}

/** A circle, a square, a triangle, a diamond. */
function EndShape({ order, x, y, colour }: EndShapeProps): JSX.Element {
  const [across, up] = [round(x), round(y)];
  if (order === 0) return <circle cx={across} cy={up} r="4" fill={colour} />;
  if (order === 1) return <rect x={round(x - 3.5)} y={round(y - 3.5)} width="7" height="7" fill={colour} />;
  if (order === 2) return <path d={`M${across},${round(y - 5)}l4.8,8.5h-9.6Z`} fill={colour} />;
  return <path d={`M${across},${round(y - 5)}l5,5l-5,5l-5,-5Z`} fill={colour} />;
}
