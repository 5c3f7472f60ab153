import { type CaseList, type Definition, dueListOf, type Pack, type SummedList } from '../../pack/index.ts';
import { type Dialect, quoted } from '../../warehouse/index.ts';
import { unitFound } from '../emit-attributed.ts';
import { columnsOf } from '../planned.ts';

/**
 * The rows of a due rule that still wait, at the one day in month_ends: case_id, person, unit, worker, due_on. Where the
 * cases are counted once for some columns, so is the work: the row that is due first stands for the others.
 */
export function emitDue(pack: Pack, definition: Definition, dialect: Dialect): string {
  const { due } = definition;
  const list = dueListOf(definition)?.cases;
  if (!due || !list) throw new Error(`${definition.title}: no due rule`);
  const columns = columnsOf(pack, list.from);
  const where = [...(list.where ? [list.where] : []), due.while].map((condition) => `(${condition})`);
  const months = monthsOf(list);
  const once = list.distinct?.length
    ? `select *, row_number() over (partition by ${list.distinct.map(quoted).join(', ')} order by due_on, due_case) as place
  from due where ${list.distinct.map((column) => `${quoted(column)} is not null`).join(' and ')}`
    : 'select *, 1 as place from due';
  const person = columns.includes('person_id') ? 'person_id' : null;
  const unitFrom = unitsOf(list, columns).filter((source) => source !== 'holding' || pack.holding !== undefined);
  const { unit, joins } = unitFound({ unitFrom, person }, 'due_at');
  const worker = workerOf(pack, columns, person);
  return `with waiting as materialized (
  select this.*
  from ${quoted(list.from)} as this ${months}
  where ${where.join('\n    and ')}
),
begun as (
  select this.*, month_ends.as_at as due_at, this.${quoted(list.id)} as due_case, (${due.on}) as due_from
  from waiting as this ${months}
),
due as (select *, ${lastDayOf(due)} as due_on from begun),
single as (${once})${worker.tables}
select due_case, ${person ? `rows.${quoted(person)}` : 'null'}, ${unit}, ${worker.expression}, ${dialect.dayText('due_on')}
from single as rows
${joins}
${worker.join}
where place = 1 and due_on is not null`;
}

/** The last day in time. It is reckoned from a column: a function over working days reads its argument several times. */
function lastDayOf({ within, counts }: NonNullable<Definition['due']>): string {
  if (within === undefined) return 'due_from';
  return counts === 'working-days' ? `add_working_days(due_from, ${within})` : `due_from + ${within}`;
}

/** How the rows meet the day; a column of both is named once. */
function monthsOf({ at }: CaseList | SummedList): string {
  if (at === undefined) return 'cross join month_ends';
  return at === 'as_at' ? 'join month_ends using (as_at)' : `join month_ends on month_ends.as_at = this.${quoted(at)}`;
}

function unitsOf(list: CaseList | SummedList, columns: readonly string[]): readonly string[] {
  return list.unit?.from ?? (columns.includes('team_id') ? ['team_id', 'holding'] : ['holding']);
}

/** Who does the work: the worker of the row, else of those involved with the person that day the one who came last. */
function workerOf(
  { workers }: Pack,
  columns: readonly string[],
  person: string | null,
): { tables: string; expression: string; join: string } {
  const own = columns.includes('worker_id') ? ['rows.worker_id'] : [];
  if (workers === undefined || person === null) {
    return { tables: '', expression: own[0] ?? 'null', join: '' };
  }
  return {
    tables: `,
involved as (
  select w.person_id, w.worker_id,
    row_number() over (partition by w.person_id order by w.started_on desc, w.worker_id desc) as place
  from ${quoted(workers)} w
  join month_ends m on w.started_on <= m.as_at and coalesce(w.ended_on, date '9999-12-31') > m.as_at
  where w.worker_id is not null
),
worker as (select person_id, worker_id from involved where place = 1)`,
    expression: `coalesce(${[...own, 'worker.worker_id'].join(', ')})`,
    join: `left join worker on worker.person_id = rows.${quoted(person)}`,
  };
}
