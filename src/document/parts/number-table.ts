import { shortMonthLabel } from '../../calendar/index.ts';
import {
  divide,
  type Exact,
  exact,
  formatTarget,
  type Judgement,
  measureInWords,
  subtract,
  toNumber,
} from '../../judgement/index.ts';
import { plainText } from '../../narrative/index.ts';
import {
  amountCell,
  numberCell,
  stateCell,
  statusCell,
  sumCell,
  suppressedCell,
  textCell,
  valueCell,
} from '../columns/index.ts';
import type { Context } from '../compile/context.ts';
import { prose } from '../compile/prose.ts';
import type { Cell, Column, Row, Table } from '../table.ts';
import { type MeasuredEntry, measuredEntries } from './measured.ts';
import { notesUsed } from './notes.ts';
import type { Part, PartSpec } from './part.ts';

type Spec = Extract<PartSpec, { part: 'number-table' }>;
type RowKind = Spec['rows'][number];
type Given = Exclude<Spec['columns'][number], string>;

/** What an indicator is made of, one line each, over months and windows side by side; a table for each indicator. */
export const numberTable: Part<'number-table'> = (context, spec) =>
  measuredEntries(context, spec).map((entry): Table => {
    const caption = spec.caption === undefined ? entry.title : plainText(prose({ ...context, entry }, spec.caption));
    const given = spec.columns.map((column): Given => (typeof column === 'string' ? { when: column } : column));
    const columns: Column[] = [
      { id: 'measure', label: 'Measure', kind: 'text', width: 3, heads: true },
      ...given.map(
        (column, index): Column => ({ id: idOf(column, index), label: labelOf(context, column), kind: 'number' }),
      ),
    ];
    const rows = spec.rows.map((kind): Row => {
      const heading: Cell = {
        ...textCell(headingOf(entry, kind)),
        ...(kind === 'value' && entry.given.notes.length > 0 && { notes: entry.given.notes }),
      };
      return { cells: [heading, ...given.map((column) => cellOf(context, entry, kind, column))] };
    });
    const groups = [{ title: null, rows }];
    return {
      kind: 'table',
      id: context.id(`${caption} numbers`),
      caption,
      columns,
      spanners: [],
      groups,
      notes: notesUsed(context.report.notes, groups),
    };
  });

const idOf = ({ when, window, field }: Given, index: number): string =>
  `${[field, window, when].filter((part) => part !== undefined).join('-') || 'now'}-${index + 1}`;

const windowLabels = {
  'twelve-months-mean': 'Previous 12 months, average',
  'twelve-months-sum': 'Previous 12 months, total',
} as const;

function labelOf(context: Context, { label, when = 'now', window, field }: Given): string {
  if (label !== undefined) return plainText(prose(context, label));
  if (window !== undefined) return windowLabels[window];
  const month = shortMonthLabel(context.when(when));
  return field === undefined ? month : `${field.charAt(0).toUpperCase()}${field.slice(1).replaceAll('_', ' ')}`;
}

/** The report's words for a row, else the definition's. */
function headingOf({ given, definition }: MeasuredEntry, kind: RowKind): string {
  switch (kind) {
    case 'numerator':
      return given.numerator ?? definition.condition ?? (definition.measuredIn === 'count' ? 'Number' : 'Numerator');
    case 'rest':
      return given.rest ?? 'All others';
    case 'denominator':
      return given.denominator ?? definition.counted ?? 'Denominator';
    case 'value':
      return measureInWords[definition.measuredIn];
    case 'target':
      return 'Target';
    case 'status':
      return 'Status';
  }
}

function cellOf(context: Context, entry: MeasuredEntry, kind: RowKind, { when = 'now', window, field }: Given): Cell {
  const id = field === undefined ? entry.indicator.id : entry.given.figures[field];
  if (id === undefined) return stateCell('none');
  context.shownIndicators.add(id);
  const judgement = context.judgement(id, context.when(when));
  return window === undefined ? cellAt(context, judgement, kind) : windowCell(judgement, kind, window);
}

function cellAt(context: Context, judgement: Judgement, kind: RowKind): Cell {
  const { observation, target, definition, indicator, unit, month } = judgement;
  switch (kind) {
    case 'numerator':
    case 'denominator':
      return sumCell(judgement, kind);
    case 'rest': {
      const [part, whole] = [observation?.numerator ?? null, observation?.denominator ?? null];
      if (observation?.state === 'suppressed') return suppressedCell(observation);
      return part === null || whole === null ? stateCell('none') : amountCell(apart(exact(whole), exact(part)), null);
    }
    case 'value':
      return valueCell(judgement);
    case 'target':
      if (target === null) return stateCell('none');
      if (target.target_high !== undefined) return textCell(formatTarget(target, definition));
      return numberCell(target.target, definition, { indicator: indicator.id, unit, month, part: 'target' });
    case 'status':
      return statusCell(context, judgement);
  }
}

const apart = (whole: Exact, part: Exact): number => toNumber(subtract(whole, part));

/** The twelve months before: their sums and the ratio of these, or what a month had on average. */
function windowCell(
  { twelveMonths, definition }: Judgement,
  kind: RowKind,
  window: NonNullable<Given['window']>,
): Cell {
  const { cumulative, ratioOfSums, meanOfRatios, months } = twelveMonths;
  const isMean = window === 'twelve-months-mean';
  if (kind === 'value') {
    const isCount = definition.measuredIn === 'count';
    const sum = isCount ? (cumulative?.numerator ?? null) : ratioOfSums;
    const figure = isMean ? meanOfRatios : sum;
    return figure === null ? stateCell('none') : numberCell(figure, definition, null);
  }
  const sums = { numerator: cumulative?.numerator ?? null, denominator: cumulative?.denominator ?? null };
  const found =
    kind === 'numerator' || kind === 'denominator'
      ? sums[kind]
      : kind === 'rest' && sums.numerator !== null && sums.denominator !== null
        ? subtract(sums.denominator, sums.numerator)
        : null;
  if (found === null || months === 0) return stateCell('none');
  const whole = { measuredIn: 'average', decimals: 0 } as const;
  return isMean
    ? numberCell(divide(found, exact(months)), { ...definition, ...whole }, null)
    : amountCell(toNumber(found), null);
}
