import type { Severity } from './finding.ts';
import type { FindingCode } from './finding-codes.ts';
import type { Workbench } from './workbench.ts';

/** How often a finding was made, and the first places. */
export interface FindingSummary {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly count: number;
  /** At most three: file, row, column, value and message. */
  readonly places: readonly string[];
}

/** The findings of a load by code, the most frequent first. */
export async function summarise(bench: Workbench): Promise<FindingSummary[]> {
  const rows = await bench.rows<{ code: FindingCode; severity: Severity; total: number; place: string }>(`
    with counted as (
      select *, count(*) over (partition by code) as total,
        row_number() over (partition by code order by file, "row" nulls first, "column" nulls first) as place_number
      from findings
    )
    select code, severity, total,
      file || coalesce(':' || "row", '') || coalesce(' ' || "column", '') || coalesce(' ' || "value", '') || ': ' || message as place
    from counted where place_number <= 3 order by total desc, code, place_number`);
  return [...Map.groupBy(rows, ({ code }) => code)].flatMap(([code, places]) => {
    const [first] = places;
    return first
      ? [{ code, severity: first.severity, count: first.total, places: places.map(({ place }) => place) }]
      : [];
  });
}
