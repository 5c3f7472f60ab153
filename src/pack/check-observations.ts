import type { Report } from './bind-indicator.ts';
import type { Placed } from './check-pack.ts';
import { diagnose } from './diagnostic.ts';
import { figureProblem } from './figure-form.ts';
import { placeIn } from './merge.ts';
import type { CollectedFigure, Indicator } from './model.ts';

/** Collected figures are of collected indicators and of units of the pack, and can be figures. */
export function checkObservations(
  observations: readonly Placed<CollectedFigure>[],
  indicators: ReadonlyMap<string, Indicator>,
  units: readonly string[],
  report: Report,
): void {
  for (const { item, value } of observations) {
    const indicator = indicators.get(value.indicator);
    if (!indicator) {
      const particulars = { found: value.indicator, allowed: indicators.keys() };
      report(diagnose('unknown-indicator', placeIn(item, ['indicator']), particulars));
      continue;
    }
    const definition = indicator.versions[0]?.definition;
    if (definition?.source !== 'collected') {
      report(diagnose('not-collected', placeIn(item, ['indicator']), { found: value.indicator }));
    }
    if (value.unit !== undefined && units.length > 0 && !units.includes(value.unit)) {
      report(diagnose('unknown-unit', placeIn(item, ['unit']), { found: value.unit, allowed: units }));
    }
    const problem = definition && figureProblem(definition.measuredIn, value);
    if (problem) report(diagnose('figure-form', placeIn(item, ['value']), { words: { detail: problem } }));
  }
}
