import { scaleLinear } from 'd3-scale';
import type { Scale } from '../../document/index.ts';
import { tickText } from './number.ts';
import { palette, textSize, textWidth } from './palette.ts';
import { periodScale } from './series.ts';
import { spread } from './spread.ts';
import { wrapLabel } from './wrap.ts';

/** What stands outside the plot at the end of a line. */
export interface EndLabel {
  readonly key: string;
  /** The value the line ends at, and the index of its point. */
  readonly at: number;
  readonly index: number;
  readonly name: string;
  /** What is never cut: the figure. */
  readonly figure?: string | undefined;
  readonly isMain?: boolean;
}

/** An end label with its lines and the place it got. */
export interface PlacedLabel extends EndLabel {
  readonly lines: readonly string[];
  readonly place: number;
}

/** Where the parts of a chart over time stand. */
export interface TimePlot {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Pixels from one period to the next. */
  readonly step: number;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  readonly labels: readonly PlacedLabel[];
}

interface Wanted {
  readonly count: number;
  readonly range: readonly [number, number];
  readonly scale: Scale;
  readonly ends: readonly EndLabel[];
  readonly width: number;
  readonly height: number;
  /** Rows of words above the plot (breaks), and under the axis (a key of marks). */
  readonly rowsAbove: number;
  readonly rowsBelow?: number;
  /** Room left and right of the points within the plot: half a bar, half a name. */
  readonly inset?: number;
  readonly insetRight?: number;
}

const lineHeight = 15;

/** Lays a chart over time out: numbers at the left, periods at the foot, the names of lines at the right. */
export function timePlot(wanted: Wanted): TimePlot {
  const { count, range, scale, ends, width, height, rowsAbove, rowsBelow = 0, inset = 6, insetRight = 0 } = wanted;
  const ticks = scaleLinear(range, [0, 1])
    .ticks(height < 280 ? 4 : 5)
    .map((value) => ({ value, text: tickText(value, scale) }));
  const left = Math.ceil(Math.max(...ticks.map(({ text }) => textWidth(text)), 20) + 8);
  const named = ends.map((end) => {
    const options = { bold: end.isMain === true, tail: end.figure ?? '' };
    const lines = wrapLabel(end.name, width * 0.32, options);
    return { end, lines, room: Math.max(...lines.map((line) => textWidth(line, options.bold))) };
  });
  const right = width - Math.max(...named.map(({ room }) => room), 20) - 16;
  const top = rowsAbove === 0 ? 10 : 8 + rowsAbove * 16;
  const bottom = height - 40 - rowsBelow * 20;
  const y = scaleLinear(range, [bottom, top]);
  const first = left + inset;
  const last = right - insetRight;
  const x = periodScale(count, first, last);
  const sizes = named.map(({ lines }) => lines.length * lineHeight + 2);
  const half = textSize / 2;
  const places = spread(
    named.map(({ end }) => y(end.at)),
    sizes,
    // Words of breaks stand above the plot, and may reach over the names.
    rowsAbove === 0 ? Math.max(...sizes.map((size) => size / 2), half) : top,
    bottom,
  );
  const labels = named.map(({ end, lines }, order) => ({ ...end, lines, place: places[order] ?? y(end.at) }));
  const step = count < 2 ? last - first : (last - first) / (count - 1);
  return { width, left, right, top, bottom, step, x, y: (value) => y(value), ticks, labels };
}

/** A colour for the words of an end label: the main figure's own, ink for all others. */
export const labelColour = ({ isMain = false }: EndLabel): string => (isMain ? palette.main : palette.ink);
