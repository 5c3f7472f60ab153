import type { Pack, Version } from '../../pack/index.ts';
import { literal, type Session } from '../../warehouse/index.ts';
import { emitCases } from '../emit-cases.ts';
import { planVersion } from '../planned.ts';
import type { Doubts, QualityState } from './quality.ts';

/**
 * SQL of the cases behind a figure that a check has a finding about, one row for each check: code, cases; the first row,
 * without a code, has the number of all cases and of the doubtful ones. A finding counts where it is about a column that the
 * indicator needs, and about a row of its person; of a case without a person, about the row of its own key.
 *
 * @param file what the checks found
 */
export function doubtsSql(pack: Pack, version: Version, unit: string, session: Session, file: string): string {
  const needed = [...version.needs].flatMap(([dataset, columns]) =>
    [...columns].map((column) => `(${literal(dataset)}, ${literal(column)})`),
  );
  const plan = planVersion(pack, { ...version, definition: { ...version.definition, list: ['person_id'] } });
  const columns = 'case_id, unit, day, in_numerator, weight, person';
  return `with cases(${columns}) as (${emitCases(plan, unit, session.dialect)}),
    numbered as (select case_id::varchar as case_id, person::varchar as person, row_number() over () as number from cases),
    found as (
      select distinct code, key, person from read_parquet(${literal(file)})
      where (dataset, "column") in (${needed.length > 0 ? needed.join(', ') : `('', '')`})
    ),
    hits as (
      select c.number, f.code from numbered c join found f on f.person = c.person
      union
      select c.number, f.code from numbered c join found f on c.person is null and f.key = c.case_id
    )
    select null as code, (select count(*) from numbered) as cases, (select count(distinct number) from hits) as doubtful
    union all
    select code, count(distinct number), null from hits group by code
    order by code nulls first`;
}

/** How many values of the columns that a version needs were refused or doubtful when they were read. */
export function readDoubts({ counts }: QualityState, { needs }: Version): number {
  return counts
    .filter(({ kind, severity, dataset, column }) => {
      if (kind !== 'load' || severity === 'repaired' || dataset === null || !needs.has(dataset)) return false;
      return severity === 'refused-row' || (column !== null && needs.get(dataset)?.has(column) === true);
    })
    .reduce((sum, { count }) => sum + count, 0);
}

/** The rows of doubtsSql as what they say. */
export function doubtsOf(rows: readonly (readonly unknown[])[], onReading: number): Doubts {
  const [total, ...codes] = rows;
  return {
    cases: Number(total?.[1] ?? 0),
    doubtful: Number(total?.[2] ?? 0),
    byCode: codes
      .map(([code, cases]) => ({ code: String(code), cases: Number(cases) }))
      .toSorted((a, b) => b.cases - a.cases || (a.code < b.code ? -1 : 1)),
    onReading,
  };
}
