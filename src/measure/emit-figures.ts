import { type AttributedRows, emitList, isAdditive, type Span } from './emit-list.ts';
import type { ListPlan, Plan } from './plan.ts';

/** Rows of as_at, unit, the sum of the weights in the numerator, the sum of all weights, and the number of rows. */
const sums = `sum(weight) filter (where in_numerator) as met, sum(weight) as weighed, count(*) as counted`;

/**
 * One query for all months and all units of an indicator. Its columns: as_at, unit, numerator, denominator (null for a
 * count and for a rate, whose population is not the list's). Units without a case do not appear.
 *
 * @param rows where the attributed rows of a list are found
 */
export function emitFigures(plan: Plan, span: Span, rows: AttributedRows): string {
  const figures = (numerator: string, denominator: string, from: string) =>
    `select as_at, unit, (${numerator})::decimal(18, 4) as numerator, (${denominator})::decimal(18, 4) as denominator from (${from}) f`;
  switch (plan.kind) {
    case 'share':
      return figures('coalesce(met, 0)', 'weighed', emitSums(plan.list, span, rows));
    case 'average':
      return figures('weighed', 'counted', emitSums(plan.list, span, rows));
    case 'sum':
      return figures('coalesce(met, 0)', 'null', emitSums(plan.list, span, rows));
    case 'ratio': {
      const both = `select as_at, unit, weighed as numerator, 0 as denominator from (${emitSums(plan.numerator, span, rows)}) n
  union all
  select as_at, unit, 0, weighed from (${emitSums(plan.denominator, span, rows)}) d`;
      const summed = `select as_at, unit, sum(numerator) as met, sum(denominator) as weighed from (${both}) b group by as_at, unit`;
      return figures('met', 'weighed', summed);
    }
  }
}

function emitSums(list: ListPlan, span: Span, rows: AttributedRows): string {
  if (isAdditive(list)) return emitAdditive(list, span, rows);
  return list.distinct.length > 0 ? emitDistinct(list, span, rows) : emitRows(list, span, rows);
}

/** Sums by unit first, then by every unit above: the tree is walked once per sum, not once per case. */
const rolledUp = (
  from: string,
) => `select t.as_at, t.ancestor as unit, sum(s.met) as met, sum(s.weighed) as weighed, sum(s.counted) as counted
from ${from} s
join unit_tree t on t.as_at = s.as_at and t.unit = s.unit
group by t.as_at, t.ancestor`;

function emitRows(list: ListPlan, span: Span, rows: AttributedRows): string {
  return `${emitList(list, span, rows)},
by_unit as (select as_at, unit, ${sums} from attributed group by as_at, unit)
${rolledUp('by_unit')}`;
}

/** Events count by their own month first; a window is then a sum of months. */
function emitAdditive(list: ListPlan, span: Span, rows: AttributedRows): string {
  const basis = list.rows.kind === 'event' ? list.rows.basis : '';
  const bounds = [
    ...(span.from ? [`w.closes_on >= date '${span.from}'`] : []),
    ...(span.before ? [`w.closes_on < date '${span.before}'`] : []),
  ];
  return `${emitList(list, span, rows, { perEvent: true })},
by_month as (select event_month, unit, ${sums} from attributed group by event_month, unit),
by_window as (
  select w.closes_on as as_at, m.unit, sum(m.met) as met, sum(m.weighed) as weighed, sum(m.counted) as counted
  from by_month m
  join window_months w on w.basis = '${basis}' and w.event_month = m.event_month
  ${bounds.length > 0 ? `where ${bounds.join(' and ')}` : ''}
  group by w.closes_on, m.unit
)
${rolledUp('by_window')}`;
}

/**
 * Each combination of the keys counts once in a unit and once in every unit above it. Nearly all have one unit, and are
 * added up the tree like rows; only the few with rows in several units are made distinct at each unit above.
 */
function emitDistinct(list: ListPlan, span: Span, rows: AttributedRows): string {
  const keys = list.distinct.map((_, index) => `key_${index + 1}`);
  const same = keys.map((key) => `a.${key} = k.${key}`).join(' and ');
  return `${emitList(list, span, rows)},
by_key as materialized (
  select as_at, ${keys.join(', ')}, min(unit) as unit, max(unit) as other_unit, bool_or(in_numerator) as in_numerator
  from attributed
  group by as_at, ${keys.join(', ')}
),
in_one as (
  select as_at, unit, count(*) filter (where in_numerator) as met, count(*) as weighed, count(*) as counted
  from by_key where unit = other_unit group by as_at, unit
),
spread as (select * from by_key where unit <> other_unit),
in_several as (
  select a.as_at, t.ancestor as unit, ${keys.map((key) => `a.${key}`).join(', ')}, bool_or(a.in_numerator) as in_numerator
  from spread k
  join attributed a on a.as_at = k.as_at and ${same}
  join unit_tree t on t.as_at = a.as_at and t.unit = a.unit
  group by a.as_at, t.ancestor, ${keys.map((key) => `a.${key}`).join(', ')}
)
select as_at, unit, sum(met) as met, sum(weighed) as weighed, sum(counted) as counted
from (
  ${rolledUp('in_one')}
  union all
  select as_at, unit, count(*) filter (where in_numerator), count(*), count(*) from in_several group by as_at, unit
) u group by as_at, unit`;
}
