import { monthLabel, shortMonthLabel } from '../../calendar/index.ts';
import {
  bestAndHotspots,
  byFigure,
  changeInWords,
  compareWith,
  formatValue,
  type Judgement,
  subtract,
  type UnitStanding,
} from '../../judgement/index.ts';
import { text } from '../../narrative/index.ts';
import { directionCell, stateCell, statusCell, sumCell, textCell, valueCell } from '../columns/index.ts';
import type { Context } from '../compile/context.ts';
import { isGiven, leftOutWords, type UnitsAt, unitName, unitsAt } from '../compile/units-at.ts';
import type { Cell, Row, Table } from '../table.ts';
import type { Block, Facts } from '../tree.ts';
import { type MeasuredEntry, measuredEntries } from './measured.ts';
import { nothing, ofEntry } from './nothing.ts';
import type { Part, PartSpec } from './part.ts';

type Spec = Extract<PartSpec, { part: 'units' }>;

/** The units of a level side by side: the best and the hotspots in words, all of them in a table. */
export const units: Part<'units'> = (context, spec) => {
  const at = unitsAt(context, spec.level);
  return measuredEntries(context, spec).flatMap((entry): Block[] => {
    if (at.units.length === 0) return [nothing(ofEntry(context, entry, `there are no ${at.things} to compare.`))];
    const blocks: Block[] = [];
    if (spec.show.some((kind) => kind !== 'table')) blocks.push(standingsOf(context, entry, spec, at));
    if (spec.show.includes('table')) blocks.push(...tableOf(context, entry, spec, at));
    return blocks;
  });
};

/** More units than these, and one to spare, are counted rather than named: a table or chart has them all. */
const mostNamed = 10;

/** The best units and the hotspots, each with its figure and what became of it since the month named. */
function standingsOf(context: Context, entry: MeasuredEntry, spec: Spec, at: UnitsAt): Facts {
  const { indicator, definition } = entry;
  const { input, month, report } = context;
  const codes = at.units.map(({ code }) => code);
  const since = context.when(spec.since ?? 'previous');
  const rule = report.hotspots ?? { statuses: ['away' as const] };
  const found = bestAndHotspots(input.figures, indicator.id, codes, month, { rule, since });
  const said = ({ unit, figure, change }: UnitStanding, sinceWhen: string): string => {
    const printed = `${unitName(context, unit)}, ${formatValue(figure, definition)}`;
    if (!isGivenAt(unit)) return printed;
    if (change === null) return `${printed} (not comparable with ${monthLabel(since)})`;
    return `${printed} (${changeInWords(figure, subtract(figure, change), definition)}${sinceWhen})`;
  };
  const isGivenAt = (unit: string): boolean => input.figures.observation(indicator.id, unit, since)?.value != null;
  const listed = (standings: readonly UnitStanding[]): string => {
    if (standings.length === 0) return 'None';
    const left = standings.length - mostNamed < 2 ? 0 : standings.length - mostNamed;
    const named = standings.slice(0, standings.length - left);
    // The first change of a list says since when, for those after it too.
    const first = named.findIndex(({ unit, change }) => isGivenAt(unit) && change !== null);
    const all = named.map((one, index) => said(one, index === first ? ` since ${monthLabel(since)}` : ''));
    return [...all, ...(left === 0 ? [] : [`and ${left} others`])].join('; ');
  };
  return {
    kind: 'facts',
    label: ofEntry(context, entry, at.things),
    items: [
      ...(spec.show.includes('best') ? [{ term: 'Best', value: text(listed(found.best)) }] : []),
      ...(spec.show.includes('hotspots') ? [{ term: 'Hotspots', value: text(listed(found.hotspots)) }] : []),
    ],
  };
}

function tableOf(context: Context, entry: MeasuredEntry, { since = 'previous' }: Spec, at: UnitsAt): Block[] {
  const { indicator, title, definition } = entry;
  const before = context.when(since);
  const all = at.units.map(({ code }) => context.judgement(indicator.id, context.month, code));
  const judged = all.filter(isGiven).toSorted((a, b) => byFigure(definition.polarity)(a.figure, b.figure));
  const rows = judged.map((judgement) => rowOf(context, judgement, unitName(context, judgement.unit), before));
  const above: Row[] =
    at.above === null
      ? []
      : [
          {
            ...rowOf(context, context.judgement(indicator.id, context.month, at.above.code), at.above.name, before),
            total: true,
          },
        ];
  if (judged.length === 0) {
    return [
      nothing(ofEntry(context, entry, `no figure by ${at.things} was collected for ${monthLabel(context.month)}.`)),
    ];
  }
  const table: Table = withoutEmpty({
    kind: 'table',
    id: context.id(`${indicator.id} ${at.things}`),
    caption: `${title}, ${at.things}, ${monthLabel(context.month)}`,
    columns: [
      { id: 'unit', label: 'Unit', kind: 'text', width: 3, heads: true },
      { id: 'numerator', label: 'Num', kind: 'number' },
      { id: 'denominator', label: 'Denom', kind: 'number' },
      { id: 'value', label: 'Figure', kind: 'number' },
      { id: 'status', label: 'Status', kind: 'status', width: 1.2 },
      { id: 'direction', label: `Direction from ${shortMonthLabel(before)}`, kind: 'direction', width: 1.2 },
      { id: 'change', label: `Change since ${shortMonthLabel(before)}`, kind: 'text', width: 1.6 },
    ],
    spanners: [],
    groups: [{ title: null, rows: [...rows, ...above] }],
    notes: [],
  });
  return [table, ...leftOutWords(all.length - judged.length, all.length, at.things).map(nothing)];
}

/** The table less the columns that say nothing of any unit, as sums do of a figure that was collected without them. */
function withoutEmpty(table: Table): Table {
  const rows = table.groups.flatMap((group) => group.rows);
  const keeps = table.columns.map((_, index) => rows.some(({ cells }) => !saysNothing(cells[index])));
  const kept = <T>(things: readonly T[]): T[] => things.filter((_, index) => keeps[index]);
  return {
    ...table,
    columns: kept(table.columns),
    groups: table.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ ...row, cells: kept(row.cells) })),
    })),
  };
}

function saysNothing(cell: Cell | undefined): boolean {
  if (cell === undefined) return true;
  if (cell.kind === 'state') return cell.state === 'none' || cell.state === 'not-collected';
  if (cell.kind === 'status') return cell.status === null;
  return cell.kind === 'direction' && cell.direction === null;
}

function rowOf(context: Context, judgement: Judgement, name: string, since: string): Row {
  const compared = compareWith(context.input.figures, judgement, since);
  const isApart = judgement.figure !== null && compared.figure !== null;
  const change = !isApart
    ? stateCell('none')
    : compared.brokenBy !== null
      ? stateCell('none', 'Not comparable')
      : textCell(capital(changeInWords(judgement.figure, compared.figure, judgement.definition)));
  return {
    cells: [
      textCell(name),
      sumCell(judgement, 'numerator'),
      sumCell(judgement, 'denominator'),
      valueCell(judgement),
      statusCell(context, judgement),
      directionCell(context, compared),
      change,
    ],
  };
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
