import { type Month, monthEnd } from '../calendar/index.ts';
import type { Observation } from '../measure/index.ts';
import { breakBetween, type Indicator, type Version, versionAt } from '../pack/index.ts';
import type { JudgementSource } from './source.ts';
import { targetAt } from './target-at.ts';
import type { TargetInForce } from './target-for.ts';

/** One figure over periods with what it is held to, each list as long as the months; oldest first. */
export interface FigureSeries {
  readonly months: readonly Month[];
  readonly observations: readonly (Observation | undefined)[];
  /** Unrounded; null where there is none. */
  readonly values: readonly (number | null)[];
  /** The targets in force, those that follow another figure included. */
  readonly inForce: readonly (TargetInForce | null)[];
  readonly targets: readonly (number | null)[];
  /** The upper ends of targets that are ranges. */
  readonly targetHighs: readonly (number | null)[];
  /** Of measures where more or less is better: of others there are two limits, which no one line shows. */
  readonly ambers: readonly (number | null)[];
  /** Places from which figures do not compare with those before. */
  readonly breaks: readonly { readonly index: number; readonly version: Version }[];
}

/** The figures of an indicator and a unit in some months, each the last of its period. */
export function figureSeries(
  source: JudgementSource,
  indicator: Indicator,
  unit: string,
  months: readonly Month[],
): FigureSeries {
  const observations = months.map((month) => source.observation(indicator.id, unit, month));
  const inForce = months.map((month) => targetAt(source, indicator.id, unit, month));
  return {
    months,
    observations,
    values: observations.map((observation) => observation?.value ?? null),
    inForce,
    targets: inForce.map((row) => row?.target ?? null),
    targetHighs: inForce.map((row) => row?.target_high ?? null),
    ambers: months.map((month, index) => {
      const { polarity } = versionAt(indicator, monthEnd(month)).definition;
      return polarity === 'higher' || polarity === 'lower' ? (inForce[index]?.amber ?? null) : null;
    }),
    breaks: months.flatMap((month, index) => {
      const before = months[index - 1];
      const version = before === undefined ? null : breakBetween(indicator, monthEnd(before), monthEnd(month));
      return version === null ? [] : [{ index, version }];
    }),
  };
}
