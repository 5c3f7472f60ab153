import { financialYear, monthEnd } from '../../calendar/index.ts';
import { plainText } from '../../narrative/index.ts';
import { type ColumnSpec, cellOf, headingOf, kindOf } from '../columns/index.ts';
import { type Context, chosenEntries, type Entry } from '../compile/context.ts';
import { type Every, monthsBefore, monthsOfYears, periodHeading } from '../compile/periods.ts';
import { prose } from '../compile/prose.ts';
import type { Column, Row, Table } from '../table.ts';
import { notesUsed, withMarks } from './notes.ts';
import type { Part } from './part.ts';
import { periodCells } from './period-cells.ts';

/** A column as it is laid out: that of periods has become one for each of them. */
interface Laid {
  readonly spec: ColumnSpec;
  readonly label: string;
  /** What stands over it and its neighbours. */
  readonly over: string;
  /** The month of a period of a series; null of every other column. */
  readonly period: string | null;
}

/** A table of the entries of the report: a row for each, under the headings of their groups. */
export const table: Part<'table'> = (context, spec) => {
  const entries = chosenEntries(context, spec);
  if (entries.length === 0) return [];
  const caption =
    spec.caption === undefined
      ? `${context.report.title}: ${context.unit.name}`
      : plainText(prose(context, spec.caption));
  const groups = Map.groupBy(entries, ({ group }) => group);
  const laid = spec.columns.flatMap((column) => layOut(context, column));
  if (!spec.separateGroups) return [tableOf(context, laid, caption, groups)];
  return [...groups].map(([title, of]) => tableOf(context, laid, `${caption}: ${title}`, new Map([['', of]])));
};

function tableOf(
  context: Context,
  laid: readonly Laid[],
  caption: string,
  groups: ReadonlyMap<string, readonly Entry[]>,
): Table {
  const seen = new Map<string, number>();
  const columns = laid.map(({ spec, label }): Column => {
    const name = spec.when === undefined ? spec.show : `${spec.show}-${spec.when}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const { kind, width } = kindOf(spec);
    return {
      id: count === 1 ? name : `${name}-${count}`,
      label,
      kind,
      width: spec.width ?? width ?? 1,
      ...(spec.show === 'title' && { heads: true }),
    };
  });
  const isOne = groups.size === 1;
  const rows = [...groups].map(([title, entries]) => ({
    title: isOne && title === '' ? null : title || null,
    rows: entries.map((entry) => rowOf(context, entry, laid)),
  }));
  return {
    kind: 'table',
    id: context.id(caption),
    caption,
    columns,
    spanners: spannersOf(laid),
    groups: rows,
    notes: notesUsed(context.report.notes, rows),
  };
}

function rowOf(context: Context, entry: Entry, laid: readonly Laid[]): Row {
  const cells = laid.map(({ spec }) => withMarks(context.report.notes, cellOf(context, entry, spec)));
  return {
    cells: periodCells(
      context,
      entry,
      cells,
      laid.map(({ period }) => period),
    ),
  };
}

/** A column of periods becomes one for each period, under its year; every other stays as it is. */
function layOut(context: Context, spec: ColumnSpec): Laid[] {
  if (spec.show !== 'periods') return [{ spec, label: headingOf(context, spec), over: '', period: null }];
  const firstMonth = context.input.figures.pack.financialYearStart;
  const every: Every = spec.every ?? 'month';
  const months =
    spec.years === undefined
      ? monthsBefore(context.month, every, spec.last ?? 12, firstMonth)
      : monthsOfYears(context.month, every, spec.years, firstMonth);
  return months.map((month) => ({
    spec: { show: 'value', when: month, width: spec.width ?? 0.8 },
    label: periodHeading(month, every, firstMonth),
    period: month,
    over: every === 'quarter' ? financialYear(monthEnd(month), firstMonth).label : '',
  }));
}

function spannersOf(laid: readonly Laid[]): Table['spanners'] {
  if (laid.every(({ over }) => over === '')) return [];
  const row: { label: string; span: number }[] = [];
  for (const { over } of laid) {
    const last = row.at(-1);
    if (last !== undefined && last.label === over) row[row.length - 1] = { label: over, span: last.span + 1 };
    else row.push({ label: over, span: 1 });
  }
  return [row];
}
