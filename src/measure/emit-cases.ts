import { type Dialect, literal } from '../warehouse/index.ts';
import { emitList, inline } from './emit-list.ts';
import type { ListPlan, Plan } from './plan.ts';

/**
 * The cases behind a figure, from the plan that makes the figure; month_ends holds its one month. Rows: case_id, unit,
 * date, in_numerator, weight, then the list columns. Of an average every case is in the numerator with its value as the
 * weight; of a ratio the rows of the denominator's list are those not in the numerator.
 */
export function emitCases(plan: Plan, unit: string, dialect: Dialect): string {
  const whole = { from: null, before: null };
  const rowsOf = (list: ListPlan, inNumerator: string) => {
    const shown = list.list.map((_, index) => `shown_${index + 1}`);
    const keys = list.distinct.map((_, index) => `key_${index + 1}`);
    const once = keys.length
      ? `qualified as (
  select *, row_number() over (partition by ${keys.join(', ')} order by in_numerator desc, case_id, unit) as place
  from within
)`
      : 'qualified as (select *, 1 as place from within)';
    return `${emitList(list, whole, inline, { withList: true })},
within as (
  select attributed.* from attributed
  join unit_tree t on t.as_at = attributed.as_at and t.unit = attributed.unit and t.ancestor = ${literal(unit)}
),
${once}
select case_id, unit, ${dialect.dayText('case_day')} as day, ${inNumerator} as in_numerator, weight${shown.map((name) => `, ${name}`).join('')}
from qualified where place = 1`;
  };
  const order = 'order by case_id, unit';
  if (plan.kind !== 'ratio') return `select * from (${rowsOf(plan.list, 'in_numerator')}) c ${order}`;
  return `select * from (
  select * from (${rowsOf(plan.numerator, 'true')}) n
  union all
  select * from (${rowsOf(plan.denominator, 'false')}) d
) c order by in_numerator desc, case_id, unit`;
}
