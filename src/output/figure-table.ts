import type { Cell, Column, Figure, Table } from '../document/index.ts';
import { text } from '../narrative/index.ts';
import { type Chart, type ChartTable, chartOf } from './charts/index.ts';

/** A figure as its chart. The picture has the size of a printed page's width, 640 CSS pixels. */
export const chartOfFigure = ({ id, chart }: Figure): Chart => chartOf(chart, { id: `${id}_p`, width: 640 });

/** The data of a chart as a table of the document, under the figure's own id. */
export function figureTable({ id }: Figure, { title, table }: Chart): Table {
  return {
    kind: 'table',
    id,
    caption: `${title}: the figures`,
    columns: table.columns.map(
      ({ label, kind }, index): Column => ({ id: `column-${index + 1}`, label, kind, heads: index === 0 }),
    ),
    spanners: [],
    groups: [{ title: null, rows: table.rows.map((cells) => ({ cells: cells.map(cellOf) })) }],
    notes: [],
  };
}

function cellOf({ value, text: printed }: ChartTable['rows'][number][number]): Cell {
  if (typeof value !== 'number') return { kind: 'text', text: text(printed) };
  const decimals = /\d\.(\d+)/.exec(printed)?.[1]?.length ?? 0;
  const suffix = printed.endsWith('%') ? '%' : printed.endsWith(' days') ? ' days' : '';
  return { kind: 'number', value, text: printed, decimals, suffix, of: null };
}
