import type { Definition } from '../../pack/index.ts';
import type { Exact } from '../exact.ts';
import { add, compare, divide, exact, multiply, subtract } from '../exact.ts';
import { figureOf } from '../figure.ts';
import type { Sums } from '../sums.ts';
import { addSums } from '../sums.ts';
import { bounded } from './bounds.ts';

/** Where a figure will stand at the end of the year, if the rest of it goes like the last months. */
export interface Projection {
  readonly figure: Exact;
  /** The lowest it comes to, were every month left like the one of the last months that makes it lowest. */
  readonly low: Exact;
  readonly high: Exact;
}

type MeasuredIn = Definition['measuredIn'];

/**
 * The year-end figure of a year to date: what has been counted, and for each month left the mean of the last months.
 * The range takes each of those months in turn for all that is left.
 *
 * @param recent the sums of each of the last months alone; at least one
 * @returns null where nothing is counted by the end of the year.
 * @example 60 of 80 so far, months of 8, 9 and 10 of 10, six left: 60 + 54 of 80 + 60, 81.4% (from 77.1% to 85.7%)
 */
export function projectYearToDate(
  soFar: Sums,
  recent: readonly Sums[],
  monthsLeft: number,
  measuredIn: MeasuredIn,
): Projection | null {
  const [first, ...others] = recent;
  if (first === undefined) return null;
  const mean = scaled(others.reduce(addSums, first), divide(exact(monthsLeft), exact(recent.length)));
  const all = recent.map((month) => scaled(month, exact(monthsLeft)));
  const [figure, ...range] = [mean, ...all].map((rest) => yearEnd(soFar, rest, measuredIn));
  const found = range.filter((end) => end !== null && end !== undefined);
  if (figure === null || figure === undefined || found.length === 0) return null;
  return withRange(figure, [...found, figure], measuredIn);
}

function scaled({ numerator, denominator }: Sums, by: Exact): Sums {
  return {
    numerator: multiply(numerator, by),
    denominator: denominator === null ? null : multiply(denominator, by),
  };
}

function yearEnd(soFar: Sums, rest: Sums, measuredIn: MeasuredIn): Exact | null {
  const { numerator, denominator } = addSums(soFar, rest);
  return figureOf(measuredIn, numerator, denominator);
}

/**
 * The year-end figure of a snapshot: the last figure, moved on by the mean change of the last months, each month left.
 * The range takes the least and the greatest of those changes.
 *
 * @param figures oldest first; the last is the figure to go on from
 * @returns null with fewer than two figures.
 */
export function projectSnapshot(
  figures: readonly Exact[],
  monthsLeft: number,
  measuredIn: MeasuredIn,
): Projection | null {
  const [first, last] = [figures[0], figures.at(-1)];
  const changes = figures.slice(1).map((now, index) => subtract(now, figures[index] ?? now));
  if (first === undefined || last === undefined || changes.length === 0) return null;
  const after = (change: Exact): Exact => add(last, multiply(change, exact(monthsLeft)));
  const mean = divide(subtract(last, first), exact(changes.length));
  return withRange(after(mean), [after(mean), ...changes.map(after)], measuredIn);
}

/** The year-end month of a monthly figure: the ratio of the sums of the last months, and the lowest and highest of them. */
export function projectMonthly(recent: readonly Sums[], measuredIn: MeasuredIn): Projection | null {
  const [first, ...others] = recent;
  if (first === undefined) return null;
  const together = others.reduce(addSums, first);
  const mean = divide(together.numerator, exact(recent.length));
  const figure = figureOf(measuredIn, measuredIn === 'count' ? mean : together.numerator, together.denominator);
  const range = recent.flatMap(({ numerator, denominator }) => figureOf(measuredIn, numerator, denominator) ?? []);
  return figure === null ? null : withRange(figure, [figure, ...range], measuredIn);
}

function withRange(figure: Exact, range: readonly Exact[], measuredIn: MeasuredIn): Projection {
  const sorted = range.map((end) => bounded(end, measuredIn)).toSorted(compare);
  const middle = bounded(figure, measuredIn);
  return { figure: middle, low: sorted[0] ?? middle, high: sorted.at(-1) ?? middle };
}
