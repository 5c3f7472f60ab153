import {
  addMonths,
  addToMonth,
  dayLabel,
  type Month,
  monthEnd,
  monthOf,
  parseBasis,
  windowOf,
} from '../calendar/index.ts';
import type { Dataset, Version } from '../pack/index.ts';
import type { ExtractTable } from '../warehouse/index.ts';

/** What is loaded of one authority: the current table of each dataset. */
export type Tables = ReadonlyMap<string, ExtractTable>;

/**
 * Why an indicator has no figure for a month, in words, or null where the data covers it: every table and column that it
 * needs is there, complete from the first day it looks back to up to the end of the month.
 */
export function uncovered(
  version: Version,
  month: Month,
  tables: Tables,
  datasets: ReadonlyMap<string, Dataset>,
  firstMonth: number,
): string | null {
  const reads = readsFrom(version, month, firstMonth);
  for (const [id, columns] of version.needs) {
    const dataset = datasets.get(id);
    const title = dataset?.title ?? id;
    const table = tables.get(id);
    if (!table) return `${title} (${id}) has not been loaded`;
    const missing = [...columns].find((column) => !table.columns.includes(column));
    if (missing) return `${title}: the data has no ${dataset?.columns[missing]?.title ?? missing} (${missing})`;
    if (monthEnd(month) > table.to) return `${title}: the data is complete only to ${dayLabel(table.to)}`;
    if (table.from && reads < table.from) {
      return `${title}: needs data from ${dayLabel(reads)}, which is complete only from ${dayLabel(table.from)}`;
    }
    if (table.yearly && month.slice(5) !== table.to.slice(5, 7)) {
      return `${title}: the data tells of each year as a whole, so it can be told only at the end of one, such as ${dayLabel(table.to)}`;
    }
    const late = [...columns].find((column) => reads < (table.columnsFrom?.[column] ?? ''));
    if (late) {
      const words = dataset?.columns[late]?.title ?? late;
      return `${title}: needs ${words} (${late}) from ${dayLabel(reads)}, which is there only from ${dayLabel(table.columnsFrom?.[late] ?? '')}`;
    }
  }
  return null;
}

/** The first day that a figure of this month looks at; a snapshot looks at whole months, its own the last of them. */
function readsFrom({ definition }: Version, month: Month, firstMonth: number): string {
  const back = definition.looksBackMonths;
  const basis = parseBasis(definition.basis);
  if (basis.kind !== 'snapshot') return addMonths(windowOf(basis, month, firstMonth).start, -back);
  return back === 0 ? monthEnd(month) : `${addToMonth(monthOf(monthEnd(month)), 1 - back)}-01`;
}
