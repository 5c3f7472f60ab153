import { quoted } from '../warehouse/index.ts';
import { notAttributed } from './figures.ts';
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

/**
 * Common table expressions that end in `attributed`: one row per case and month end (per case alone where `perEvent`),
 * with its unit. Columns: as_at (event_month where `perEvent`), case_id, case_day, unit, in_numerator, weight,
 * key_1.. (the distinct columns), shown_1.. (the list columns, only where `withList`).
 */
export function emitList(list: ListPlan, span: Span, options: { perEvent?: boolean; withList?: boolean } = {}): string {
  const own = list.unitFrom.filter((source) => source !== 'holding');
  const held = list.unitFrom.includes('holding') && list.person !== null;
  const day = list.rows.kind === 'event' ? `this.${quoted(list.rows.on)}` : 'as_at';
  const columns = [
    options.perEvent ? `date_trunc('month', ${day})::date as event_month` : 'month_ends.as_at',
    `this.${quoted(list.id)} as case_id`,
    `${day} as case_day`,
    ...(held
      ? [`this.${quoted(list.person ?? '')} as held_person`, `${day}${list.unitDayBefore ? ' - 1' : ''} as held_day`]
      : []),
    ...own.map((column, index) => `this.${quoted(column)} as own_${index + 1}`),
    `${list.numerator ? `coalesce(${list.numerator}, false)` : 'true'} as in_numerator`,
    `(${list.weight ?? '1'})::decimal(18, 4) as weight`,
    ...list.distinct.map((column, index) => `this.${quoted(column)} as key_${index + 1}`),
    ...(list.last ? [lastPlace(list.last)] : []),
    ...(options.withList
      ? list.list.map((column, index) => `${column ? `this.${quoted(column)}` : 'null'} as shown_${index + 1}`)
      : []),
  ];
  const where = [
    ...conditions(list, span, options.perEvent === true),
    ...list.where.map((condition) => `(${condition})`),
  ];
  return `with cases as (
  select ${columns.join(',\n    ')}
  from ${source(list, options.perEvent === true)}
  ${where.length > 0 ? `where ${where.join('\n    and ')}` : ''}
),
attributed as (
  select cases.*, ${unitOf(list.unitFrom, own, held)} as unit
  from cases
  ${attribution(own, held)}
  ${list.last ? 'where last_place = 1' : ''}
)`;
}

function lastPlace(last: NonNullable<ListPlan['last']>): string {
  const order = last.by.map((column) => `this.${quoted(column)} desc nulls last`).join(', ');
  return `row_number() over (partition by month_ends.as_at, this.${quoted(last.per)} order by ${order}) as last_place`;
}

function source(list: ListPlan, perEvent: boolean): string {
  const relation = `${quoted(list.from)} as this`;
  const { rows } = list;
  if (perEvent) return relation;
  switch (rows.kind) {
    case 'event':
      // An equality on the month, so that the join is a hash join whatever the basis.
      return `${relation}
  join window_months on window_months.basis = '${rows.basis}' and window_months.event_month = date_trunc('month', this.${quoted(rows.on)})::date
  join month_ends on month_ends.as_at = window_months.closes_on`;
    case 'open':
      // The open end is a far date inside the comparison: "is null or" would make this a nested loop.
      return `${relation}
  join month_ends on this.${quoted(rows.start)} <= month_ends.as_at
    and coalesce(this.${quoted(rows.end)}, date '9999-12-31') > month_ends.as_at`;
    case 'dated':
      return rows.at === 'as_at'
        ? `${relation} join month_ends using (as_at)`
        : `${relation} join month_ends on month_ends.as_at = this.${quoted(rows.at)}`;
  }
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
    ...(span.from ? [`month_ends.as_at >= date '${span.from}'`] : []),
    ...(span.before ? [`month_ends.as_at < date '${span.before}'`] : []),
  ];
}

function unitOf(unitFrom: readonly string[], own: readonly string[], held: boolean): string {
  const candidates = unitFrom.flatMap((from) => {
    if (from === 'holding') return held ? ['held.unit'] : [];
    return [`unit_${own.indexOf(from) + 1}.unit`];
  });
  return `coalesce(${[...candidates, `'${notAttributed}'`].join(', ')})`;
}

function attribution(own: readonly string[], held: boolean): string {
  const byColumn = own.map(
    (_, index) => `left join units as unit_${index + 1} on unit_${index + 1}.unit = cases.own_${index + 1}`,
  );
  const byHolding = held
    ? [
        `left join held on held.person_id = cases.held_person
    and held.held_from <= cases.held_day and held.held_to > cases.held_day`,
      ]
    : [];
  return [...byColumn, ...byHolding].join('\n  ');
}
