import { addToMonth, type Month, monthEnd } from '../calendar/index.ts';
import { targetAt } from '../judgement/index.ts';
import type { Indicator, Version } from '../pack/index.ts';
import { breakBetween, versionAt } from '../pack/index.ts';
import type { Choice } from './choice.ts';

/** How many months a line shows. */
export const monthsShown = 24;

/** The months up to the chosen one of one figure, unrounded, oldest first. */
export interface Series {
  readonly months: readonly Month[];
  readonly values: readonly (number | null)[];
  /** The targets in force, those that follow another figure included. */
  readonly targets: readonly (number | null)[];
  /** The upper ends of targets that are ranges. */
  readonly targetHighs: readonly (number | null)[];
  readonly ambers: readonly (number | null)[];
  /** Months from which figures do not compare with those before. */
  readonly breaks: readonly { readonly index: number; readonly version: Version }[];
}

export function seriesOf(choice: Choice, indicator: Indicator, unit: string = choice.unit): Series {
  const { figures } = choice;
  const months = Array.from({ length: monthsShown }, (_, index) => addToMonth(choice.month, index + 1 - monthsShown));
  const targets = months.map((month) => targetAt(figures, indicator.id, unit, month));
  return {
    months,
    values: months.map((month) => figures.observation(indicator.id, unit, month)?.value ?? null),
    targets: targets.map((row) => row?.target ?? null),
    targetHighs: targets.map((row) => row?.target_high ?? null),
    ambers: targets.map((row, index) => {
      const polarity = versionAt(indicator, monthEnd(months[index] ?? choice.month)).definition.polarity;
      return polarity === 'higher' || polarity === 'lower' ? (row?.amber ?? null) : null;
    }),
    breaks: months.flatMap((month, index) => {
      const before = months[index - 1];
      const version = before === undefined ? null : breakBetween(indicator, monthEnd(before), monthEnd(month));
      return version === null ? [] : [{ index, version }];
    }),
  };
}
