import type { Report } from './bind-indicator.ts';
import type { Placed } from './check-pack.ts';
import { diagnose } from './diagnostic.ts';
import { placeIn } from './merge.ts';

interface Given {
  readonly indicator?: string | undefined;
  readonly report?: string | undefined;
  readonly group?: string | undefined;
  readonly value?: number | undefined;
  readonly mark?: string | undefined;
}

/** What comparators.csv, commentary.csv and printed.csv give is for indicators and reports of the pack, and says something. */
export function checkGiven(
  rows: readonly Placed<Given>[],
  indicators: ReadonlySet<string>,
  reports: ReadonlySet<string>,
  report: Report,
): void {
  for (const { item, value } of rows) {
    if (value.indicator !== undefined && !indicators.has(value.indicator)) {
      const place = placeIn(item, ['indicator']);
      report(diagnose('unknown-indicator', place, { found: value.indicator, allowed: indicators }));
    }
    if (value.report !== undefined && !reports.has(value.report)) {
      const words = { detail: 'reports of the pack' };
      const place = placeIn(item, ['report']);
      report(diagnose('unknown-name-in-report', place, { found: value.report, allowed: reports, words }));
    }
    if (value.group !== undefined && value.value === undefined && value.mark === undefined) {
      const words = { detail: 'a comparator without a figure says why in mark' };
      report(diagnose('unknown-comparator', placeIn(item, ['value']), { words }));
    }
  }
}
