import { apartInWords, periodInWords } from '../../judgement/index.ts';
import { numberCell, stateCell, textCell, valueCell } from '../columns/index.ts';
import type { Context } from '../compile/context.ts';
import type { BesideFigure } from '../compile/input.ts';
import type { Cell, Note, Row, Table } from '../table.ts';
import type { Block } from '../tree.ts';
import { type MeasuredEntry, measuredEntries } from './measured.ts';
import { nothing, ofEntry } from './nothing.ts';
import type { Part } from './part.ts';

/** What an indicator is set beside: whose figure, how far apart in words, over which period, and what to know of it. */
export const comparators: Part<'comparators'> = (context, spec) =>
  measuredEntries(context, spec).map((entry): Block => {
    const all = context.input.beside(entry.indicator.id, context.month);
    const found =
      spec.groups === undefined ? all : spec.groups.flatMap((group) => all.filter((one) => one.group === group));
    if (found.length === 0) return nothing(ofEntry(context, entry, 'there is no figure of others to compare with.'));
    return tableOf(context, entry, found);
  });

function tableOf(context: Context, entry: MeasuredEntry, found: readonly BesideFigure[]): Table {
  const { indicator, definition, title } = entry;
  const judgement = context.judgement(indicator.id);
  // A sentence that belongs to several figures is given once, under its letter.
  const texts = [...new Set(found.flatMap(notesOf))];
  const notes = texts.map((text, index): Note => ({ mark: letter(index), text }));
  const marksOf = (one: BesideFigure): string[] => notesOf(one).map((text) => letter(texts.indexOf(text)));
  const period = periodInWords(definition.basis, context.month, context.input.figures.pack.financialYearStart);
  const own: Row = {
    total: true,
    cells: [
      textCell(context.unit.name),
      valueCell(judgement),
      textCell('This figure'),
      textCell(period),
      stateCell('none'),
    ],
  };
  const rows = found.map((one): Row => {
    const { label, value, mark } = one;
    const figure: Cell = value === null ? stateCell('none', mark ?? '–') : numberCell(value, definition, null);
    const isApart = value !== null && judgement.figure !== null;
    const marks = marksOf(one);
    return {
      cells: [
        { ...textCell(label), ...(marks.length > 0 && { notes: marks }) },
        figure,
        isApart ? textCell(capital(apartInWords(judgement.figure, value, definition))) : stateCell('none'),
        textCell(one.period),
        mark === null || value === null ? stateCell('none') : textCell(mark),
      ],
    };
  });
  return {
    kind: 'table',
    id: context.id(`${indicator.id} compared`),
    caption: context.entry === null ? `${title}: compared with` : 'Compared with others',
    columns: [
      { id: 'whose', label: 'Whose figure', kind: 'text', width: 2, heads: true },
      { id: 'figure', label: 'Figure', kind: 'number' },
      { id: 'difference', label: `${context.unit.name} is`, kind: 'text', width: 2 },
      { id: 'period', label: 'Period', kind: 'text', width: 2 },
      { id: 'standing', label: 'Standing', kind: 'text' },
    ],
    spanners: [],
    groups: [{ title: null, rows: [own, ...rows] }],
    notes,
  };
}

const notesOf = ({ notes, source }: BesideFigure): string[] => [
  ...notes,
  ...(source === null ? [] : [`Source: ${source.replace(/\.?$/, '.')}`]),
];
const letter = (index: number): string =>
  `${index < 26 ? '' : letter(Math.floor(index / 26) - 1)}${String.fromCharCode(97 + (index % 26))}`;
const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
