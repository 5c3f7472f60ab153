import { addToMonth } from '../calendar/index.ts';
import { type FigureSeries, figureSeries } from '../judgement/index.ts';
import type { Indicator } from '../pack/index.ts';
import type { Choice } from './choice.ts';

/** How many months a line shows. */
export const monthsShown = 24;

/** The months up to the chosen one of one figure. */
export function seriesOf(choice: Choice, indicator: Indicator, unit: string = choice.unit): FigureSeries {
  const months = Array.from({ length: monthsShown }, (_, index) => addToMonth(choice.month, index + 1 - monthsShown));
  return figureSeries(choice.figures, indicator, unit, months);
}
