import { basename } from 'node:path';
import { dayLabel, monthEnd, monthOf } from '../calendar/index.ts';
import type { Pack } from '../pack/index.ts';
import { quoted } from '../warehouse/index.ts';
import type { DeliveredTable } from './format.ts';
import type { Workbench } from './workbench.ts';

/**
 * The as-at date that the data itself suggests: the latest date not after the load day in any column that is not planned,
 * taken to the end of its month where that is not after the load day either; the load day where there is no date at all.
 */
export async function asAtFromData(
  bench: Workbench,
  pack: Pack,
  tables: readonly DeliveredTable[],
  loadDay: string,
): Promise<string> {
  const columns = tables.flatMap(({ dataset, relation, columns: present }) =>
    Object.entries(pack.datasets.get(dataset)?.columns ?? {})
      .filter(([name, { type, planned }]) => type === 'date' && !planned && present.includes(name))
      .map(
        ([name]) =>
          `select max(${quoted(name)}) as day from ${quoted(relation)} where ${quoted(name)} <= date '${loadDay}'`,
      ),
  );
  if (columns.length === 0) return loadDay;
  const [latest] = await bench.rows<{ day: string | null }>(
    `select max(day)::varchar as day from (${columns.join(' union all ')})`,
  );
  if (!latest?.day) return loadDay;
  const end = monthEnd(monthOf(latest.day));
  return end <= loadDay ? end : latest.day;
}

/** Notes that the as-at date was taken from the data. */
export async function noteAssumedAsAt(bench: Workbench, source: string, asAt: string): Promise<void> {
  await bench.note({ code: 'as-at-assumed', file: basename(source), value: asAt, detail: dayLabel(asAt) });
}
