import { financialYear, monthEnd, shortMonthLabel } from '../../calendar/index.ts';
import {
  compareWith,
  formatDifference,
  formatTarget,
  type Judgement,
  statusInWords,
  subtract,
  trendInWords,
} from '../../judgement/index.ts';
import { breakBetween } from '../../pack/index.ts';
import { prose } from '../compile/prose.ts';
import type { Cell } from '../table.ts';
import { directionCell, numberCell, stateCell, statusCell, sumCell, textCell, valueCell } from './cell.ts';
import type { ColumnKind } from './column.ts';

type Cells = ColumnKind['cell'];

/** The judgement of an entry at the month that a column names; of the report where it names none. */
const at = (
  context: Parameters<Cells>[0],
  { id }: Parameters<Cells>[1],
  { when }: Parameters<Cells>[2],
): ReturnType<typeof context.judgement> => context.judgement(id, context.when(when ?? 'now'));

const headed =
  (now: string) =>
  (context: Parameters<ColumnKind['label']>[0], { when = 'now' }: Parameters<ColumnKind['label']>[1]): string =>
    when === 'now' ? now : shortMonthLabel(context.when(when));

/** Why there is no target, in the report's word: what has none has no limit either. */
function untold({ labels }: Parameters<Cells>[0], reason: Judgement['statusReason']): Cell {
  const word = reason === null ? '' : (labels.reasons[reason] ?? '');
  return stateCell('none', word === '' ? '–' : word);
}

/** Columns of figures: what an indicator is in a month, and where that stands. */
export const figures: Readonly<Record<string, ColumnKind>> = {
  numerator: { kind: 'number', label: () => 'Num', cell: (...given) => sumCell(at(...given), 'numerator') },
  denominator: { kind: 'number', label: () => 'Denom', cell: (...given) => sumCell(at(...given), 'denominator') },
  value: {
    kind: 'number',
    label: headed('Latest'),
    cell: (context, entry, spec) => {
      const { value: words } = entry.given.words;
      return words === undefined ? valueCell(at(context, entry, spec)) : { kind: 'text', text: prose(context, words) };
    },
  },
  figure: {
    kind: 'number',
    label: (_, { field = '' }) => field.replaceAll('_', ' '),
    cell: (context, { given }, { field, indicator, when }) => {
      const other = indicator ?? given.figures[field ?? ''];
      return other === undefined ? stateCell('none') : valueCell(context.judgement(other, context.when(when ?? 'now')));
    },
  },
  target: {
    kind: 'number',
    label: ({ input, month }) =>
      `Target ${financialYear(monthEnd(month), input.figures.pack.financialYearStart).label}`,
    cell: (context, entry, spec) => {
      const { target: words } = entry.given.words;
      if (words !== undefined) return { kind: 'text', text: prose(context, words) };
      const { target, definition, statusReason, unit, month } = at(context, entry, spec);
      if (target === null) return untold(context, statusReason);
      if (target.target_high !== undefined) return textCell(formatTarget(target, definition));
      return numberCell(target.target, definition, { indicator: entry.id, unit, month, part: 'target' });
    },
  },
  amber: {
    kind: 'number',
    label: () => 'Amber limit',
    cell: (context, entry, spec) => {
      const { tolerance: words } = entry.given.words;
      if (words !== undefined) return { kind: 'text', text: prose(context, words) };
      const { target, definition, statusReason } = at(context, entry, spec);
      if (target === null) return untold(context, statusReason);
      return target.amber === undefined ? stateCell('none') : numberCell(target.amber, definition, null);
    },
  },
  status: {
    kind: 'status',
    width: 1.2,
    label: (context, { when = 'now' }) => (when === 'now' ? 'Status' : `Status ${shortMonthLabel(context.when(when))}`),
    cell: (context, entry, spec) => statusCell(context, at(context, entry, spec)),
  },
  position: {
    kind: 'text',
    width: 2,
    label: () => 'Position',
    cell: (context, entry, spec) => {
      const { word, phrase } = statusInWords(context.labels, at(context, entry, spec));
      return textCell(capital(phrase ?? (word === '' ? '–' : word)));
    },
  },
  direction: {
    kind: 'direction',
    width: 1.2,
    label: (context, { from = 'previous' }) => `Direction from ${shortMonthLabel(context.when(from))}`,
    cell: (context, { id }, { when = 'now', from = 'previous' }) => {
      const now = context.judgement(id, context.when(when));
      return directionCell(context, compareWith(context.input.figures, now, context.when(from)));
    },
  },
  change: {
    kind: 'text',
    label: (context, { from = 'previous' }) => `Change since ${shortMonthLabel(context.when(from))}`,
    cell: (context, { id }, { when = 'now', from = 'previous' }) => {
      const now = context.judgement(id, context.when(when));
      const before = context.judgement(id, context.when(from));
      if (now.figure === null || before.figure === null) return stateCell('none');
      if (breakBetween(now.indicator, monthEnd(before.month), monthEnd(now.month)) !== null) {
        return stateCell('none', 'Not comparable');
      }
      const sign = subtract(now.figure, before.figure).numerator;
      const size = formatDifference(now.figure, before.figure, now.definition);
      return textCell(sign === 0n ? 'No change' : `${sign > 0n ? 'Up' : 'Down'} ${size}`);
    },
  },
  trend: {
    kind: 'trend',
    label: () => 'Trend',
    cell: (context, entry, spec) => {
      const { trend } = at(context, entry, spec);
      return trend === null ? stateCell('none') : textCell(trendInWords(context.labels, trend));
    },
  },
  comparator: {
    kind: 'number',
    label: ({ input, month, entries }, { group = '' }) => {
      const found = entries.flatMap(({ indicator }) => (indicator === null ? [] : input.beside(indicator.id, month)));
      return found.find((one) => one.group === group)?.label ?? group;
    },
    cell: ({ input, month }, { id, definition }, { group }) => {
      const found = input.beside(id, month).find((one) => one.group === group);
      if (found === undefined) return stateCell('none');
      if (found.value === null) return stateCell('none', found.mark ?? '–');
      const cell = numberCell(found.value, definition, null);
      return found.mark === null ? cell : { ...cell, remark: found.mark };
    },
  },
  'twelve-months': {
    kind: 'number',
    width: 1.2,
    label: (_, { as = 'sum' }) => (as === 'mean' ? '12 months before, mean' : '12 months before'),
    cell: (context, { id, definition }, { as = 'sum' }) => {
      const { meanOfRatios, ratioOfSums } = context.judgement(id).twelveMonths;
      const figure = as === 'mean' ? meanOfRatios : ratioOfSums;
      return figure === null ? stateCell('none') : numberCell(figure, definition, null);
    },
  },
};

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
