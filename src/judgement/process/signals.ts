import type { ProcessLimits, ProcessSettings } from './limits.ts';

export type SignalKind = 'beyond-limit' | 'run' | 'trend' | 'two-of-three';

/** A sign that a point is not chance alone, and whether it points to higher or to lower figures. */
export interface Signal {
  readonly kind: SignalKind;
  readonly way: 'high' | 'low';
}

/**
 * The signals of each point, in time order: beyond a limit; in a run on one side of the mean (a point on the mean
 * breaks it); in a run of rising or falling points; one of two of three neighbours beyond a two-thirds line with all
 * three on that side of the mean. Every point of a run is marked. A gap breaks every run.
 */
export function signalsOf(
  points: readonly (number | null)[],
  limits: ProcessLimits,
  { run, trend }: Pick<ProcessSettings, 'run' | 'trend'>,
): readonly (readonly Signal[])[] {
  const found = points.map((): Signal[] => []);
  const mark = (indexes: Iterable<number>, signal: Signal): void => {
    for (const index of indexes) {
      const signals = found[index];
      if (signals && !signals.some(({ kind, way }) => kind === signal.kind && way === signal.way)) signals.push(signal);
    }
  };
  for (const way of ['high', 'low'] as const) {
    const sign = way === 'high' ? 1 : -1;
    const limit = way === 'high' ? limits.upper : limits.lower;
    const near = way === 'high' ? limits.nearUpper : limits.nearLower;
    const beyond = (line: number) => (point: number | null | undefined) =>
      point !== null && point !== undefined && sign * (point - line) > slack(line);
    const isOnSide = beyond(limits.mean);
    const isNear = beyond(near);
    mark(indexesWhere(points, beyond(limit)), { kind: 'beyond-limit', way });
    for (const stretch of stretches(points, isOnSide)) {
      if (stretch.length >= run) mark(stretch, { kind: 'run', way });
    }
    // A run of rising points begins with the one that the first rise is from.
    const rises = (point: number | null, index: number): boolean => {
      const before = points[index - 1];
      return point !== null && before !== null && before !== undefined && sign * (point - before) > 0;
    };
    for (const stretch of stretches(points, rises)) {
      const whole = [(stretch[0] ?? 0) - 1, ...stretch];
      if (whole.length >= trend) mark(whole, { kind: 'trend', way });
    }
    points.forEach((_, index) => {
      const three = [index, index + 1, index + 2];
      if (!three.every((at) => isOnSide(points[at]))) return;
      const two = three.filter((at) => isNear(points[at]));
      if (two.length >= 2) mark(two, { kind: 'two-of-three', way });
    });
  }
  return found;
}

/** A mean of equal figures can differ from them in its last digit, which is no side of the mean. */
const slack = (line: number): number => 1e-9 * (1 + Math.abs(line));

type Test = (point: number | null, index: number) => boolean;

function indexesWhere(points: readonly (number | null)[], test: Test): number[] {
  return points.flatMap((point, index) => (test(point, index) ? [index] : []));
}

/** The unbroken stretches of points that pass a test, as indexes. */
function stretches(points: readonly (number | null)[], test: Test): number[][] {
  return indexesWhere(points, test).reduce<number[][]>((found, index) => {
    const last = found.at(-1);
    if (last !== undefined && last.at(-1) === index - 1) last.push(index);
    else found.push([index]);
    return found;
  }, []);
}
