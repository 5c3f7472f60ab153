import type { z } from 'zod';
import type { Report } from './bind-indicator.ts';
import { diagnose } from './diagnostic.ts';
import { type Item, isRecord, placeIn } from './merge.ts';
import type { benchmarksSchema } from './schema/benchmarks.ts';
import { type Camel, camel } from './schema/camel.ts';

type BenchmarksFile = z.output<typeof benchmarksSchema>;
export type PublishedTable = Camel<BenchmarksFile['tables'][string]>;
export type PublishedFigure = Camel<BenchmarksFile['indicators'][string]>;

/** Which published figures the indicators of a pack are compared with. */
export interface Benchmarks {
  readonly tables: ReadonlyMap<string, PublishedTable>;
  readonly population: Pick<PublishedFigure, 'table' | 'value' | 'categories'> | null;
  /** By the id of the indicator. */
  readonly indicators: ReadonlyMap<string, PublishedFigure>;
}

/** The ids that are keys of the file keep their hyphens. */
export function benchmarksOf(file: BenchmarksFile | null): Benchmarks {
  return {
    tables: new Map(Object.entries(file?.tables ?? {}).map(([id, table]) => [id, camel(table)])),
    population: file?.population ? camel(file.population) : null,
    indicators: new Map(Object.entries(file?.indicators ?? {}).map(([id, figure]) => [id, camel(figure)])),
  };
}

/** Published figures are of indicators of the pack, in tables of the file. */
export function checkBenchmarks(
  item: Item,
  file: BenchmarksFile,
  indicators: ReadonlySet<string>,
  report: Report,
): void {
  const tables = Object.keys(file.tables);
  if (file.population && !tables.includes(file.population.table)) {
    const particulars = { found: file.population.table, allowed: tables };
    report(diagnose('unknown-published-table', placeIn(item, ['population', 'table']), particulars));
  }
  for (const [id, { table }] of Object.entries(file.indicators)) {
    if (!indicators.has(id)) {
      report(
        diagnose('unknown-indicator', placeIn(item, ['indicators', id], 'key'), { found: id, allowed: indicators }),
      );
    }
    if (tables.includes(table)) continue;
    const particulars = { found: table, allowed: tables };
    report(diagnose('unknown-published-table', placeIn(item, ['indicators', id, 'table']), particulars));
  }
}

/** The parent's benchmark of an indicator goes with the indicator. */
export function withoutIndicator(item: Item, indicator: string): Item {
  const { value } = item;
  if (!isRecord(value) || !isRecord(value.indicators)) return item;
  const { [indicator]: _, ...indicators } = value.indicators;
  return { ...item, value: { ...value, indicators } };
}
