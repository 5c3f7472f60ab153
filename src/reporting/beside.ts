import type { Benchmarks, Comparator } from '../benchmark/index.ts';
import type { Month } from '../calendar/index.ts';
import type { BesideFigure } from '../document/index.ts';
import type { GivenComparator, Pack } from '../pack/index.ts';

/** What published statistics say of an indicator of an authority in a month, with the authority's own published figure. */
export function publishedBeside(
  benchmarks: Benchmarks,
  indicator: string,
  authority: string,
  month: Month,
): BesideFigure[] {
  const labels = new Map(benchmarks.catalogue.releases.map(({ id, label }) => [id, label]));
  return benchmarks.comparatorsOf(indicator, authority, month).map((one) => ({
    group: one.group,
    label: one.label,
    period: one.period.label,
    value: one.value,
    mark: markOf(one),
    notes: one.notes,
    source: one.release === null ? null : (labels.get(one.release) ?? one.release),
  }));
}

/** How many of its members an average rests on, or why there is no figure. */
function markOf({ value, state, n, of }: Comparator): string | null {
  if (value === null) return state === 'value' ? 'not published' : state.replaceAll('-', ' ');
  return n === null ? null : `${n} of ${of}`;
}

/** The figures of others that a pack gives for an indicator in a month: of each group the row that is in force. */
export function givenBeside({ comparators }: Pack, indicator: string, month: Month): BesideFigure[] {
  const own = comparators.filter((one) => one.indicator === indicator);
  return [...Map.groupBy(own, ({ group }) => group).values()].flatMap((rows) => {
    const row = inForce(rows, month);
    if (row === undefined) return [];
    const { group, label, period, value = null, mark = null, note, source = null } = row;
    return [{ group, label, period, value, mark, notes: note === undefined ? [] : [note], source, given: true }];
  });
}

/** The latest row that had begun; none where its own end is past: a later row ends those before it. */
function inForce(rows: readonly GivenComparator[], month: Month): GivenComparator | undefined {
  const latest = rows
    .filter(({ from }) => from <= month)
    .reduce<GivenComparator | undefined>((best, row) => (best && best.from > row.from ? best : row), undefined);
  return latest?.until !== undefined && latest.until < month ? undefined : latest;
}
