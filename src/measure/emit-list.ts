import { quoted } from '../warehouse/index.ts';
import { emitAttributed } from './emit-attributed.ts';
import type { ListPlan } from './plan.ts';

/** The columns of month_ends; an expression that names one depends on the month, not on its row alone. */
const monthColumns = /\b(as_at|month|month_start|quarter_start|year_start|rolling_\d+_start)\b/;

/** Which month ends a list is worked out for, besides what stands in month_ends. */
export interface Span {
  /** First month end; null: from the first in month_ends. */
  readonly from: string | null;
  /** The day from which a later version holds; null: to the last in month_ends. */
  readonly before: string | null;
}

/** Whether the rows of a list are the same in every month whose window holds them, so that months can be added. */
export function isAdditive(list: ListPlan): boolean {
  const expressions = [...list.where, list.numerator ?? '', list.weight ?? ''];
  return (
    list.rows.kind === 'event' &&
    list.distinct.length === 0 &&
    !list.last &&
    !expressions.some((expression) => monthColumns.test(expression))
  );
}

/** How a list finds its cases: as written here, or in a table where the attributed rows of its relation already stand. */
export type AttributedRows = (list: ListPlan) => string;

/** The attributed rows worked out on the spot. */
export const inline: AttributedRows = (list) => `(${emitAttributed(list, '*')})`;

/**
 * Common table expressions that end in `attributed`: one row per case and month end (per case alone where `perEvent`),
 * with its unit. Columns: as_at (event_month where `perEvent`), case_id, case_day, unit, in_numerator, weight,
 * key_1.. (the distinct columns), shown_1.. (the list columns, only where `withList`).
 */
export function emitList(
  list: ListPlan,
  span: Span,
  rows: AttributedRows,
  options: { perEvent?: boolean; withList?: boolean } = {},
): string {
  const perEvent = options.perEvent === true;
  const day = list.rows.kind === 'event' ? `this.${quoted(list.rows.on)}` : 'as_at';
  const columns = [
    perEvent ? `date_trunc('month', ${day})::date as event_month` : 'as_at',
    `this.${quoted(list.id)} as case_id`,
    `${day} as case_day`,
    'this.case_unit as unit',
    `${list.numerator ? `coalesce(${list.numerator}, false)` : 'true'} as in_numerator`,
    `(${list.weight ?? '1'})::decimal(18, 4) as weight`,
    ...list.distinct.map((column, index) => `this.${quoted(column)} as key_${index + 1}`),
    ...(list.last ? [lastPlace(list.last)] : []),
    ...(options.withList
      ? list.list.map((column, index) => `${column ? `this.${quoted(column)}` : 'null'} as shown_${index + 1}`)
      : []),
  ];
  const where = [...conditions(list, span, perEvent), ...list.where.map((condition) => `(${condition})`)];
  const cases = `select ${columns.join(',\n    ')}
  from ${rows(list)} as this ${perEvent ? '' : monthsOf(list)}
  ${where.length > 0 ? `where ${where.join('\n    and ')}` : ''}`;
  // A table that is read twice is worked out once.
  const kept = list.distinct.length > 0 ? ' as materialized' : ' as';
  return list.last
    ? `with attributed as (select * from (${cases}) c where last_place = 1)`
    : `with attributed${kept} (${cases})`;
}

function lastPlace(last: NonNullable<ListPlan['last']>): string {
  const order = last.by.map((column) => `this.${quoted(column)} desc nulls last`).join(', ');
  return `row_number() over (partition by as_at, this.${quoted(last.per)} order by ${order}) as last_place`;
}

/** How attributed rows meet month_ends, whose columns an expression may name. */
function monthsOf({ rows }: ListPlan): string {
  // Events meet by an equality on the month, so that the join is a hash join whatever the basis.
  if (rows.kind === 'event') {
    return `join window_months
    on window_months.basis = '${rows.basis}' and window_months.event_month = date_trunc('month', this.${quoted(rows.on)})::date
  join month_ends on month_ends.as_at = window_months.closes_on`;
  }
  return 'join month_ends using (as_at)';
}

function conditions(list: ListPlan, span: Span, perEvent: boolean): string[] {
  const last = list.last ? [`this.${quoted(list.last.per)} is not null`] : [];
  const keys = list.distinct.map((column) => `this.${quoted(column)} is not null`);
  if (perEvent && list.rows.kind === 'event') {
    const on = `this.${quoted(list.rows.on)}`;
    const within = `select event_month from window_months where basis = '${list.rows.basis}'`;
    return [...last, ...keys, `date_trunc('month', ${on})::date in (${within})`];
  }
  return [
    ...last,
    ...keys,
    ...(span.from ? [`as_at >= date '${span.from}'`] : []),
    ...(span.before ? [`as_at < date '${span.before}'`] : []),
  ];
}
