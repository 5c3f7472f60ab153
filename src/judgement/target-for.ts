import type { Day } from '../calendar/index.ts';
import type { Target } from '../pack/index.ts';

/** A target that is a figure. */
export type FigureTarget = Target & { readonly target: number };

const isFigure = (row: Target | null): row is FigureTarget => row?.target !== undefined;

/**
 * The target in force for a unit on a day: of the rows of the indicator whose dates include the day, those for the
 * unit go before those for every unit, then the latest from, then the later row.
 *
 * @returns null where none is in force, or the row in force gives no figure.
 */
export function targetFor(targets: readonly Target[], indicator: string, unit: string, day: Day): FigureTarget | null {
  let found: Target | null = null;
  for (const row of targets) {
    if (row.indicator !== indicator || (row.unit !== undefined && row.unit !== unit)) continue;
    if (row.from > day || (row.to !== undefined && row.to < day)) continue;
    const own = Number(row.unit !== undefined);
    const foundOwn = Number(found?.unit !== undefined);
    if (found === null || own > foundOwn || (own === foundOwn && row.from >= found.from)) found = row;
  }
  return isFigure(found) ? found : null;
}
