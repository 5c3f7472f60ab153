import { monthEnd, monthLabel } from '../../calendar/index.ts';
import {
  compare,
  demandChange,
  exact,
  formatAmount,
  type Judgement,
  roundHalfUp,
  toNumber,
} from '../../judgement/index.ts';
import { breakBetween } from '../../pack/index.ts';
import { stateCell, textCell, valueCell } from '../columns/index.ts';
import type { Context } from '../compile/context.ts';
import { isGiven, leftOutWords, unitName, unitsAt } from '../compile/units-at.ts';
import type { Cell, Row, RowGroup, Table } from '../table.ts';
import type { Block } from '../tree.ts';
import type { MeasuredEntry } from './measured.ts';
import { nothing } from './nothing.ts';

type Level = Parameters<typeof unitsAt>[1];

/** Demand now and in an earlier month with its change in number and per cent: by unit of a level, or of the whole alone. */
export function demandTable(
  context: Context,
  entries: readonly MeasuredEntry[],
  level: Level | undefined,
  since: string,
): Block[] {
  if (entries.length === 0) return [];
  const at = level === undefined ? null : unitsAt(context, level);
  const all = at?.units ?? [];
  // A unit is left out where nothing at all was collected of it: the line would hold no figure.
  const below = all.filter(({ code }) =>
    entries.some(({ indicator }) =>
      [since, context.month].some((month) => isGiven(context.judgement(indicator.id, month, code))),
    ),
  );
  const rowOf = (entry: MeasuredEntry, name: string, unit: string, total: boolean): Row => ({
    cells: [
      textCell(name),
      ...changeCells(
        context.judgement(entry.indicator.id, since, unit),
        context.judgement(entry.indicator.id, context.month, unit),
      ),
    ],
    ...(total && { total }),
  });
  const groups: RowGroup[] =
    below.length === 0
      ? [{ title: null, rows: entries.map((entry) => rowOf(entry, entry.title, context.unit.code, false)) }]
      : entries.map((entry) => ({
          title: entry.title,
          rows: [
            ...below.map(({ code }) => rowOf(entry, unitName(context, code), code, false)),
            rowOf(entry, context.unit.name, context.unit.code, true),
          ],
        }));
  const table: Table = {
    kind: 'table',
    id: context.id('demand'),
    caption: `Demand in ${monthLabel(context.month)} against ${monthLabel(since)}`,
    columns: [
      { id: 'of', label: below.length === 0 ? 'Measure' : 'Unit', kind: 'text', width: 3, heads: true },
      { id: 'before', label: monthLabel(since), kind: 'number' },
      { id: 'now', label: monthLabel(context.month), kind: 'number' },
      { id: 'change', label: 'Change', kind: 'number' },
      { id: 'percent', label: 'Change, %', kind: 'number' },
    ],
    spanners: [],
    groups,
    notes: [],
  };
  return [table, ...leftOutWords(all.length - below.length, all.length, at?.things ?? '').map(nothing)];
}

/** Before, now, and the change both ways, its sign before it. */
function changeCells(before: Judgement, now: Judgement): Cell[] {
  const figures = [valueCell(before), valueCell(now)];
  if (now.figure === null || before.figure === null) return [...figures, stateCell('none'), stateCell('none')];
  if (breakBetween(now.indicator, monthEnd(before.month), monthEnd(now.month)) !== null) {
    const apart = stateCell('none', 'Not comparable');
    return [...figures, apart, apart];
  }
  const { count, percent } = demandChange(now.figure, before.figure);
  const sign = compare(now.figure, before.figure);
  const [word, factor] = sign > 0 ? ['+', 1] : sign < 0 ? ['−', -1] : ['', 1];
  const size = toNumber(count);
  const printed = formatAmount(size);
  return [
    ...figures,
    {
      kind: 'number',
      value: factor * size,
      text: `${word}${printed}`,
      decimals: printed.split('.')[1]?.length ?? 0,
      suffix: '',
      of: null,
    },
    percent === null
      ? stateCell('none', 'From none')
      : {
          kind: 'number',
          value: factor * toNumber(percent),
          text: `${compare(percent, exact(0)) === 0 ? '' : word}${roundHalfUp(percent, 1)}%`,
          decimals: 1,
          suffix: '%',
          of: null,
        },
  ];
}
