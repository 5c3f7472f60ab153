import type { Check, CheckedRows, Dataset, Pack } from '../../pack/index.ts';
import { literal, quoted } from '../../warehouse/index.ts';
import type { Tables } from '../coverage.ts';

/** Rows that a check looks at, resolved: who they are about, and whose team they are of. */
export interface RunnableRows {
  readonly check: Check;
  readonly rows: CheckedRows;
  readonly dataset: Dataset;
  /** The column that identifies a row. */
  readonly key: string;
  /** Column of the person; null where the dataset has none. */
  readonly person: string | null;
  /** Column of the team; null where the dataset has none: then the team that holds the person is taken. */
  readonly team: string | null;
  /** The day that the dataset's extract speaks for. */
  readonly asAt: string;
}

/** Why rows cannot be looked at, in words. */
export interface NotChecked {
  readonly check: string;
  readonly dataset: string;
  readonly reason: string;
}

/**
 * Which rows a check can look at: every table and column that its condition reads is loaded, and the other tables reach
 * back as far as the one that is looked at (else what is not there may only not have been delivered).
 */
export function runnable(
  pack: Pack,
  tables: Tables,
  asAtOf: (dataset: string) => string | null,
): { run: RunnableRows[]; not: NotChecked[] } {
  const run: RunnableRows[] = [];
  const not: NotChecked[] = [];
  for (const check of pack.checks.values()) {
    for (const rows of check.on) {
      const dataset = pack.datasets.get(rows.dataset);
      const [key] = dataset?.key ?? [];
      const asAt = asAtOf(rows.dataset);
      if (!dataset || key === undefined || asAt === null) continue;
      const reason = missing(rows, pack, tables);
      if (reason === null) run.push({ check, rows, dataset, key, asAt, ...peopleOf(dataset, pack) });
      else not.push({ check: check.id, dataset: rows.dataset, reason });
    }
  }
  return { run, not };
}

function missing({ dataset, needs }: CheckedRows, pack: Pack, tables: Tables): string | null {
  const own = tables.get(dataset);
  for (const [id, columns] of needs) {
    const title = pack.datasets.get(id)?.title ?? id;
    const table = tables.get(id);
    if (!table) return `${title} (${id}) has not been loaded`;
    const absent = [...columns].find((column) => !table.columns.includes(column));
    if (absent)
      return `${title}: the data has no ${pack.datasets.get(id)?.columns[absent]?.title ?? absent} (${absent})`;
    if ((table.from ?? '') > (own?.from ?? '')) return `${title} reaches back less far`;
  }
  return null;
}

/**
 * The columns that point at a person, by way of another table too, and at a team: one that references the departments, else
 * team_id, as for the cases of an indicator.
 */
function peopleOf({ columns, id, key }: Dataset, pack: Pack): Pick<RunnableRows, 'person' | 'team'> {
  const pointsAtPerson = (reference: string): boolean => {
    if (reference === 'ssd_person.pers_person_id') return true;
    const [table = '', column = ''] = reference.split('.');
    const next = pack.datasets.get(table)?.columns[column]?.references;
    return next !== undefined && table !== id && pointsAtPerson(next);
  };
  const find = (holds: (reference: string) => boolean): string | null =>
    Object.entries(columns).find(([, { references }]) => references !== undefined && holds(references))?.[0] ?? null;
  return {
    person: id === 'ssd_person' ? (key[0] ?? null) : find(pointsAtPerson),
    team:
      id === 'ssd_department'
        ? null
        : (find((reference) => reference === 'ssd_department.dept_team_id') ??
          ('team_id' in columns ? 'team_id' : null)),
  };
}

/** SQL of the rows found: code, dataset, column, key, person, own_team, as_at. `month_ends` has one row, for its other words. */
function rowsSql({ check, rows, dataset, key, person, team, asAt }: RunnableRows): string {
  const [column = ''] = rows.columns;
  const named = (name: string | null) => `${name === null ? 'null' : `this.${quoted(name)}`}::varchar`;
  return `select ${literal(check.id)} as code, ${literal(check.severity)} as severity, ${literal(dataset.id)} as dataset,
    ${literal(column)} as "column", ${named(key)} as key, ${named(person)} as person, ${named(team)} as own_team,
    month_ends.as_at as as_at
  from ${quoted(dataset.id)} this
  cross join (select * replace (date ${literal(asAt)} as as_at) from month_ends) month_ends
  where (${rows.where})`;
}

/**
 * One query for all that is found: code, severity, dataset, column, key, person, team. The team is the row's own where
 * it is a unit, else the one that holds the person on the as-at day; null where there is neither.
 *
 * @param held whether the session has who holds a person from when to when
 */
export function allRowsSql(run: readonly RunnableRows[], held: boolean): string {
  const joined = held
    ? 'left join held h on h.person_id = f.person and h.held_from <= f.as_at and h.held_to > f.as_at'
    : 'left join (select null::varchar as unit) h on false';
  return `select f.code, f.severity, f.dataset, f."column", f.key, f.person, coalesce(u.unit, h.unit) as team
  from (${run.map(rowsSql).join('\n  union all\n  ')}) f
  left join units u on u.unit = f.own_team
  ${joined}
  order by f.code, f.dataset, f."column", f.key`;
}
