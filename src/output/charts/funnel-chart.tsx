import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { JSX } from 'preact';
import type { Scale } from '../../document/index.ts';
import { formatAmount } from '../../judgement/index.ts';
import { EndLabels, ValueAxis } from './axes.tsx';
import { Frame } from './frame.tsx';
import { type FunnelPoint, type FunnelReading, limitsAt } from './funnel-reading.ts';
import { Line } from './line.tsx';
import { printed } from './number.ts';
import { palette, round, textSize, textWidth } from './palette.ts';
import { placeLabels } from './place-labels.ts';
import { rangeAround } from './series.ts';
import { timePlot } from './time-plot.ts';

export interface FunnelChartProps {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly reading: FunnelReading;
  /** What the size of a unit is: 'Assessments completed'. */
  readonly sizeLabel: string;
  /** What the centre line is: 'Whole county'. */
  readonly centreLabel: string;
  readonly scale: Scale;
  readonly width?: number;
  readonly height?: number;
}

/** Places along the curves; enough for a smooth line at any width. */
const samples = 64;

/**
 * Units by size and figure within the limits of chance: a dot within both, a triangle beyond the 95% limit, a diamond
 * beyond the 99.8% limit, those beyond named. The limits narrow as units grow, so that small ones compare fairly.
 */
export function FunnelChart(props: FunnelChartProps): JSX.Element {
  const { id, title, description, reading, sizeLabel, centreLabel, scale, width = 640, height = 380 } = props;
  const { points, centre, drawn } = reading;
  const sizes = points.map(({ size }) => size);
  const [from, to] = [Math.max(1, Math.min(...sizes, 1e12) * 0.7), Math.ceil(Math.max(...sizes, 10) * 1.06)];
  const steps = Array.from({ length: samples }, (_, index) => from * (to / from) ** (index / (samples - 1)));
  // Shares of whole cases: between them there is no limit to draw.
  const curve = drawn === 'rate' ? steps : [...new Set(steps.map((size) => Math.round(size)))];
  const limits = curve.map((size) => ({ size, ...limitsAt(reading, size) }));
  const range = rangeOf(reading);
  const last = limits.at(-1);
  const narrow = width < 420;
  const ends = [
    { key: 'centre', at: centre, name: narrow ? '' : centreLabel, figure: printed(centre, scale), isMain: true },
    { key: 'upper998', at: last?.upper998 ?? centre, name: narrow ? '99.8%' : 'Upper 99.8% limit' },
    { key: 'upper95', at: last?.upper95 ?? centre, name: narrow ? '95%' : 'Upper 95% limit' },
    { key: 'lower95', at: last?.lower95 ?? centre, name: narrow ? '95%' : 'Lower 95% limit' },
    { key: 'lower998', at: last?.lower998 ?? centre, name: narrow ? '99.8%' : 'Lower 99.8% limit' },
  ].map((end) => ({ ...end, index: 1 }));
  const plot = timePlot({ count: 2, range, scale, ends, width, height, rowsAbove: 0 });
  const x = scaleLinear([0, to], [plot.left, plot.right]);
  const { y } = plot;
  const path = (of: 'lower998' | 'lower95' | 'upper95' | 'upper998'): string =>
    line<(typeof limits)[number]>()
      .digits(1)
      .defined((limit) => limit[of] >= range[0] && limit[of] <= range[1])
      .x(({ size }) => x(size))
      .y((limit) => y(limit[of]))(limits) ?? '';
  const boxes = points.map(({ size, value }) => boxAround(x(size), y(value)));
  const wanted = points
    .filter(({ beyond }) => beyond !== 'none')
    .toSorted((a, b) => rank(b) - rank(a) || b.size - a.size)
    .map(({ label, size, value }) => ({ x: x(size), y: y(value), text: label }));
  const area = { left: plot.left + 2, right: plot.right, top: plot.top - 6, bottom: plot.bottom - 2 };
  const labels = placeLabels(wanted, boxes, area);

  return (
    <Frame id={id} title={title} description={description} width={width} height={height}>
      <ValueAxis plot={plot} />
      <SizeAxis x={x} plot={plot} label={sizeLabel} />
      {(['lower998', 'upper998', 'lower95', 'upper95'] as const).map((of) => (
        <Line
          key={of}
          class={`limit-${of}`}
          d={path(of)}
          stroke={of.endsWith('998') ? palette.ink : palette.quietEdge}
          stroke-width="1.25"
          stroke-dasharray={of.endsWith('998') ? undefined : '5 4'}
        />
      ))}
      <line
        x1={plot.left}
        x2={round(plot.right)}
        y1={round(y(centre))}
        y2={round(y(centre))}
        stroke={palette.main}
        stroke-width="1.5"
      />
      {labels.map(({ text, at, box, x: px, y: py, isFar }) => (
        <g key={text}>
          {isFar && (
            <Line
              d={`M${round(px)},${round(py)}L${round(Math.min(Math.max(px, box.left), box.right))},${round(py < box.top ? box.top : box.bottom)}`}
              stroke={palette.quietEdge}
            />
          )}
          <rect
            x={round(box.left - 1)}
            y={round(box.top)}
            width={round(box.right - box.left + 2)}
            height={16}
            fill={palette.paper}
            fill-opacity="0.85"
          />
          <text class="label-unit" x={round(at.x)} y={round(at.y)} fill={palette.ink}>
            {text}
          </text>
        </g>
      ))}
      {points.map((point) => (
        <Point key={point.label} point={point} x={x(point.size)} y={y(point.value)} centre={centre} />
      ))}
      <EndLabels plot={plot} />
    </Frame>
  );
}

/**
 * All points, and the limits of units of a quarter's size and more: those of the smallest reach from 0 to 100 and
 * would press all else together. Curves end where they leave the plot.
 */
function rangeOf(reading: FunnelReading): [number, number] {
  const sizes = reading.points.map(({ size }) => size).toSorted((a, b) => a - b);
  const small = sizes[Math.floor(sizes.length / 4)];
  const limits = small === undefined ? [] : [limitsAt(reading, small)].flatMap((one) => [one.lower998, one.upper998]);
  const all = [reading.centre, ...reading.points.map(({ value }) => value), ...limits];
  return rangeAround(all, reading.drawn === 'proportion');
}

const rank = ({ beyond }: FunnelPoint): number => (beyond === '99.8%' ? 2 : beyond === '95%' ? 1 : 0);

const boxAround = (x: number, y: number): { left: number; right: number; top: number; bottom: number } => ({
  left: x - 6,
  right: x + 6,
  top: y - 6,
  bottom: y + 6,
});

interface PointProps {
  readonly point: FunnelPoint;
  readonly x: number;
  readonly y: number;
  readonly centre: number;
}

function Point({ point: { beyond, value }, x, y, centre }: PointProps): JSX.Element {
  const [across, up] = [round(x), round(y)];
  if (beyond === 'none')
    return <circle class="point" cx={across} cy={up} r="4" fill={palette.main} stroke={palette.paper} />;
  const common = { class: 'point beyond', fill: palette.second, stroke: palette.ink };
  if (beyond === '99.8%') return <path {...common} d={`M${across},${round(y - 6.5)}l6.5,6.5l-6.5,6.5l-6.5,-6.5Z`} />;
  const turn = value > centre ? 1 : -1;
  return <path {...common} d={`M${across},${round(y - 5.5 * turn)}l5.5,${9.5 * turn}h-11Z`} />;
}

interface SizeAxisProps {
  readonly x: (size: number) => number;
  readonly plot: { readonly left: number; readonly right: number; readonly bottom: number };
  readonly label: string;
}

/** Sizes along the foot, what they count under them. */
function SizeAxis({ x, plot, label }: SizeAxisProps): JSX.Element {
  const most = (plot.right - plot.left) / ((x(1e6) - x(0)) / 1e6);
  const room = textWidth(formatAmount(Math.ceil(most))) + 24;
  const ticks = scaleLinear([0, most], [0, 1])
    .ticks(Math.max(1, Math.min(6, Math.floor((plot.right - plot.left) / room))))
    .filter(Number.isInteger);
  return (
    <g fill={palette.inkQuiet} text-anchor="middle">
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={round(x(tick))}
            x2={round(x(tick))}
            y1={plot.bottom}
            y2={plot.bottom + 4}
            stroke={palette.quietEdge}
          />
          <text x={round(x(tick))} y={round(plot.bottom + textSize + 5)}>
            {formatAmount(tick)}
          </text>
        </g>
      ))}
      <text x={round((plot.left + plot.right) / 2)} y={round(plot.bottom + 2 * textSize + 9)}>
        {label}
      </text>
    </g>
  );
}
