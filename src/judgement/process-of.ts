import { addToMonth, type Month, monthEnd } from '../calendar/index.ts';
import type { Judgement } from './judgement.ts';
import { type ProcessView, processView, type Rebase, usualProcessSettings } from './process/index.ts';
import type { JudgementSource } from './source.ts';
import { breakBetween } from './version-at.ts';

type Known = Pick<Judgement, 'indicator' | 'unit' | 'month' | 'definition' | 'bands'>;

/** Process limits over the months up to one, taken anew where the definition breaks or the pack says so. */
export function processOf(source: JudgementSource, known: Known): ProcessView {
  const { indicator, unit, month, definition, bands } = known;
  const { rebased = [], ...given } = source.pack.processLimits ?? {};
  const settings = { ...usualProcessSettings, ...given };
  const months = Array.from({ length: settings.months }, (_, index) => addToMonth(month, index + 1 - settings.months));
  const points = months.map((each) => source.observation(indicator.id, unit, each)?.value ?? null);
  const breaks = months.flatMap((each, index): Rebase[] => {
    const before = months[index - 1];
    const version = before === undefined ? null : breakBetween(indicator, monthEnd(before), monthEnd(each));
    return version === null ? [] : [{ index, reason: version.note, by: null }];
  });
  const decided = rebased
    .filter((row) => row.indicator === indicator.id && (row.unit === undefined || row.unit === unit))
    .map(({ from, by, reason }): Rebase => ({ index: firstFrom(months, from), by, reason }));
  return processView(points, [...breaks, ...decided], settings, definition.polarity, bands);
}

/** The first month that ends on or after a day. */
function firstFrom(months: readonly Month[], day: string): number {
  return months.findIndex((month) => monthEnd(month) >= day);
}
