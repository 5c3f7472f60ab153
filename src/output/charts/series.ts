import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';

type Place = (n: number) => number;

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
    const from: [number, number | null] = [Math.max(0, index - 0.5), value];
    const to: [number, number | null] = [Math.min(last, index + 0.5), value];
    return value === values[index + 1] && index < last ? [from] : [from, to];
  });
  const path = line<[number, number | null]>()
    .digits(1)
    .curve(curveStepAfter)
    .defined(([, value]) => value !== null)
    .x(([index]) => x(index))
    .y(([, value]) => y(value ?? 0))(edges);
  return path ?? '';
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
