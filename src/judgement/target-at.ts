import { type Month, monthEnd } from '../calendar/index.ts';
import { versionAt } from '../pack/index.ts';
import { figure } from './figure.ts';
import type { JudgementSource } from './source.ts';
import { type TargetInForce, type TargetLookUps, targetFor } from './target-for.ts';

/**
 * The target in force for a unit at the end of a month, with everything that targets may follow at hand: the figures of
 * the source, and its published ones.
 *
 * @returns null where none is in force, the row says that there is none, or what it follows has no figure.
 */
export function targetAt(source: JudgementSource, indicator: string, unit: string, month: Month): TargetInForce | null {
  return targetFor(source.pack.targets, indicator, unit, monthEnd(month), lookUpsOf(source));
}

/** Where the targets of a source find the figures that they follow. */
export function lookUpsOf(source: JudgementSource): TargetLookUps {
  return {
    benchmark: source.benchmark,
    figure: (id, unit, month) => {
      const indicator = source.pack.indicators.get(id);
      if (indicator === undefined) return null;
      return figure(source.observation(id, unit, month), versionAt(indicator, monthEnd(month)).definition.measuredIn);
    },
  };
}
