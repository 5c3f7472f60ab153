import { monthEnd } from '../calendar/index.ts';
import type { Report } from './bind-indicator.ts';
import type { Placed } from './check-pack.ts';
import { diagnose } from './diagnostic.ts';
import { placeIn } from './merge.ts';
import type { OverrideRow } from './model.ts';

/** What people set is for indicators and units of the pack, sets something, and reaches the figure it is for. */
export function checkOverrides(
  overrides: readonly Placed<OverrideRow>[],
  indicators: ReadonlySet<string>,
  units: readonly string[],
  report: Report,
): void {
  for (const { item, value } of overrides) {
    const { indicator, unit, month, status, trend, until } = value;
    const say = (column: string, detail: string): void =>
      report(diagnose('override-form', placeIn(item, [column]), { words: { detail } }));
    if (!indicators.has(indicator)) {
      report(diagnose('unknown-indicator', placeIn(item, ['indicator']), { found: indicator, allowed: indicators }));
    }
    if (unit !== undefined && units.length > 0 && !units.includes(unit)) {
      report(diagnose('unknown-unit', placeIn(item, ['unit']), { found: unit, allowed: units }));
    }
    if (status === undefined && trend === undefined) say('status', 'sets neither a status nor a trend');
    // A figure stands on the last day of its month: what ends before it would never apply.
    if (until !== undefined && until < monthEnd(month)) {
      say('until', `ends on ${until}, before the last day of ${month}, on which its figure stands`);
    }
  }
}
