import { quoted } from '../warehouse/index.ts';
import { notAttributed } from './figures.ts';
import type { ListPlan } from './plan.ts';

/**
 * What decides the attributed rows of a list: lists that agree on it can read the same table, whatever they count in it.
 */
export function attributionKey({ from, rows, person, unitFrom, unitDayBefore }: ListPlan): string {
  const kind = rows.kind === 'event' ? ['event', rows.on] : Object.values(rows);
  return JSON.stringify([from, kind, person, unitFrom, unitDayBefore]);
}

/**
 * The rows of a list's relation with `case_unit`, the unit each belongs to, and for intervals `as_at`, each month end at
 * which they are open (rows that carry a month end have it already).
 *
 * @param columns the columns of the relation to take, or `*`
 */
export function emitAttributed(list: ListPlan, columns: readonly string[] | '*'): string {
  const taken = columns === '*' ? ['rows.*'] : columns.map((column) => `rows.${quoted(column)}`);
  const [asAt, day, months] = meeting(list);
  const { unit, joins } = unitFound(list, list.unitDayBefore ? `${day} - 1` : day);
  return `select ${[...taken, ...asAt, `${unit} as case_unit`].join(', ')}
  from ${quoted(list.from)} as rows ${months}
  ${joins}
  ${list.rows.kind === 'event' ? `where ${day} >= ${firstDay} and ${day} <= ${lastDay}` : ''}`;
}

/** The unit of each of some `rows`, as an expression and the joins that it reads; `day` is when the holding team is looked up. */
export function unitFound(
  { unitFrom, person }: Pick<ListPlan, 'unitFrom' | 'person'>,
  day: string,
): { unit: string; joins: string } {
  const own = unitFrom.filter((source) => source !== 'holding');
  const held = unitFrom.includes('holding') && person !== null;
  const candidates = unitFrom.flatMap((from) => {
    if (from === 'holding') return held ? ['held.unit'] : [];
    return [`unit_${own.indexOf(from) + 1}.unit`];
  });
  const named = own.map(
    (column, index) => `left join units as unit_${index + 1} on unit_${index + 1}.unit = rows.${quoted(column)}`,
  );
  const holder = `left join held on held.person_id = rows.${quoted(person ?? '')} and held.held_from <= ${day} and held.held_to > ${day}`;
  return {
    unit: `coalesce(${[...candidates, `'${notAttributed}'`].join(', ')})`,
    joins: `${named.join('\n  ')}\n  ${held ? holder : ''}`,
  };
}

/** The days between which an event can count at all: no other needs a unit. */
const firstDay = '(select min(event_month) from window_months)';
const lastDay = '(select max(as_at) from month_ends)';

/** The as_at column to add, the day of a case, and the join that gives it. */
function meeting({ rows }: ListPlan): [string[], string, string] {
  switch (rows.kind) {
    case 'event':
      return [[], `rows.${quoted(rows.on)}`, ''];
    case 'open':
      // The open end is a far date inside the comparison: "is null or" would make this a nested loop.
      return [
        ['month_ends.as_at'],
        'month_ends.as_at',
        `join month_ends on rows.${quoted(rows.start)} <= month_ends.as_at
    and coalesce(rows.${quoted(rows.end)}, date '9999-12-31') > month_ends.as_at`,
      ];
    case 'dated':
      return [rows.at === 'as_at' ? [] : [`rows.${quoted(rows.at)} as as_at`], `rows.${quoted(rows.at)}`, ''];
  }
}
