import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { round } from './palette.ts';

type Place = (n: number) => number;

/** Where each period stands between two places: the first and the last at the ends, a single one in the middle. */
export function periodScale(count: number, from: number, to: number): Place {
  if (count < 2) return (index) => (from + to) / 2 + index * (to - from);
  return (index) => from + ((to - from) * index) / (count - 1);
}

/** Half a period before and half after one, within the periods drawn; a single one takes all. */
export function around(index: number, count: number): [number, number] {
  return count < 2 ? [-0.5, 0.5] : [Math.max(0, index - 0.5), Math.min(count - 1, index + 0.5)];
}

/** The line through the values that are there: a missing month is a gap, a break in series as well. */
export function linePath(values: readonly (number | null)[], breaks: readonly number[], x: Place, y: Place): string {
  const parts: string[] = [];
  let start = 0;
  for (const end of [...breaks, values.length]) {
    const stretch = values.slice(start, end).map((value, offset): [number, number | null] => [start + offset, value]);
    const path = line<[number, number | null]>()
      .digits(1)
      .defined(([, value]) => value !== null)
      .x(([index]) => x(index))
      .y(([, value]) => y(value ?? 0))(stretch);
    if (path !== null) parts.push(path);
    start = end;
  }
  return parts.join('');
}

/**
 * The line of a target that is in force by month: a step where it changes, a gap where there is none. Each month takes
 * the space from half a month before its point to half a month after, within the plot.
 */
export function stepPath(values: readonly (number | null)[], x: Place, y: Place): string {
  const last = values.length - 1;
  const edges = values.flatMap((value, index): [number, number | null][] => {
    const [start, end] = around(index, values.length);
    return value === values[index + 1] && index < last
      ? [[start, value]]
      : [
          [start, value],
          [end, value],
        ];
  });
  const path = line<[number, number | null]>()
    .digits(1)
    .curve(curveStepAfter)
    .defined(([, value]) => value !== null)
    .x(([index]) => x(index))
    .y(([, value]) => y(value ?? 0))(edges);
  return path ?? '';
}

/** The area between two step lines, in each stretch of months that has both. */
export function bandPath(
  low: readonly (number | null)[],
  high: readonly (number | null)[],
  x: Place,
  y: Place,
): string {
  const parts = low.flatMap((from, index) => {
    const to = high[index] ?? null;
    if (from === null || to === null) return [];
    const [first, last] = around(index, low.length);
    return [
      {
        start: round(x(first)),
        end: round(x(last)),
        top: round(y(Math.max(from, to))),
        bottom: round(y(Math.min(from, to))),
      },
    ];
  });
  const joined: typeof parts = [];
  for (const part of parts) {
    const before = joined.at(-1);
    const joins = before !== undefined && before.end === part.start;
    if (joins && before.top === part.top && before.bottom === part.bottom) {
      joined[joined.length - 1] = { ...before, end: part.end };
    } else joined.push(part);
  }
  return joined.map(({ start, end, top, bottom }) => `M${start},${top}H${end}V${bottom}H${start}Z`).join('');
}

/** Indexes of values with neither neighbour, which a line alone would not show. */
export function lonePoints(values: readonly (number | null)[], breaks: readonly number[]): number[] {
  const joined = (index: number, next: number): boolean =>
    (values[next] ?? null) !== null && !breaks.includes(Math.max(index, next));
  return values.flatMap((value, index) =>
    value !== null && !joined(index, index - 1) && !joined(index, index + 1) ? [index] : [],
  );
}

/** Lowest and highest of the values that are there; null where none is. */
export function extent(values: Iterable<number | null>): [number, number] | null {
  let found: [number, number] | null = null;
  for (const value of values) {
    if (value === null) continue;
    found = found === null ? [value, value] : [Math.min(found[0], value), Math.max(found[1], value)];
  }
  return found;
}

/**
 * A range of values widened to round ends with room for a line that does not move, and not below 0 where nothing in
 * it is, nor above the ceiling (100 for a percentage).
 */
export function roundedRange(
  [low, high]: [number, number],
  ceiling: number = Number.POSITIVE_INFINITY,
): [number, number] {
  // Figures that differ in their last digit alone are one figure: no round ends lie between them.
  const isFlat = high - low <= 1e-9 * Math.max(Math.abs(low), Math.abs(high));
  const room = isFlat ? Math.max(Math.abs(low) * 0.1, 1) : (high - low) * 0.06;
  const floor = low >= 0 ? Math.max(0, low - room) : low - room;
  const [from = floor, to = high] = scaleLinear()
    .domain([floor, Math.min(Math.max(ceiling, high), high + room)])
    .nice(5)
    .domain();
  return [from, to];
}

/** The range a chart takes from what it draws; all of a percentage's where there is nothing to draw. */
export function rangeAround(values: Iterable<number | null>, isPercent: boolean): [number, number] {
  const found = extent(values);
  if (found === null) return [0, isPercent ? 100 : 10];
  return roundedRange(found, isPercent ? 100 : undefined);
}
