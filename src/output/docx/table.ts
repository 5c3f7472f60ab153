import {
  AlignmentType,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { Cell, Column, Table as DocumentTable, Row } from '../../document/index.ts';
import { cellText } from '../../document/index.ts';
import { printedWidths } from './column-widths.ts';
import { quiet, styleIds } from './look.ts';
import { type Bookmarks, plain, run, runsOf } from './words.ts';

/** The shape that stands before the word of a status. */
const shapes = { met: '●', near: '▲', away: '■' } as const;

/** Columns above which words are set smaller. */
const manyColumns = 9;

/** A table under its caption: header rows that every page repeats, rows that no page cuts, notes after it. */
export function tableBlocks(table: DocumentTable, bookmarks: Bookmarks, width: number): (Paragraph | Table)[] {
  const { caption, columns, notes } = table;
  return [
    plain(caption, 'Caption', { keepNext: true }),
    new Table({
      style: styleIds.table,
      layout: TableLayoutType.FIXED,
      width: { size: width, type: WidthType.DXA },
      columnWidths: printedWidths(table, width, columns.length > manyColumns ? 88 : 112),
      tableLook: {
        firstRow: true,
        firstColumn: columns[0]?.heads === true,
        lastRow: false,
        lastColumn: false,
        noHBand: true,
        noVBand: true,
      },
      rows: rowsOf(table, bookmarks),
    }),
    ...notes.map(({ mark, text }) => plain(`${mark} ${text}`, styleIds.quiet)),
    plain('', styleIds.quiet),
  ];
}

function rowsOf({ columns, spanners, groups }: DocumentTable, bookmarks: Bookmarks): TableRow[] {
  const style = columns.length > manyColumns ? styleIds.denseCell : styleIds.cell;
  const header = (children: TableCell[]) => new TableRow({ tableHeader: true, cantSplit: true, children });
  const word = (label: string, column: Column | null, span = 1) =>
    new TableCell({
      columnSpan: span,
      shading: { type: 'clear', color: 'auto', fill: 'E4E9F0' },
      verticalAlign: 'bottom',
      children: [
        new Paragraph({
          style,
          alignment: column === null ? AlignmentType.CENTER : alignmentOf(column),
          children: run(label, { bold: true }),
        }),
      ],
    });
  return [
    ...spanners.map((row) => header(row.map(({ label, span }) => word(label, null, span)))),
    header(columns.map((column) => word(column.label, column))),
    ...groups.flatMap(({ title, rows }) => [
      ...(title === null ? [] : [groupRow(title, columns.length, style)]),
      ...rows.map((row) => dataRow(row, columns, style, bookmarks)),
    ]),
  ];
}

/** The heading of the rows under it, kept on their page. */
function groupRow(title: string, span: number, style: string): TableRow {
  const children = [new Paragraph({ style, keepNext: true, children: run(title, { bold: true }) })];
  const shading = { type: 'clear', color: 'auto', fill: 'F1F3F6' } as const;
  return new TableRow({ cantSplit: true, children: [new TableCell({ columnSpan: span, shading, children })] });
}

function dataRow(row: Row, columns: readonly Column[], style: string, bookmarks: Bookmarks): TableRow {
  let at = 0;
  const children = row.cells.map((cell) => {
    const column = columns[at];
    at += cell.span ?? 1;
    const strong = column?.heads === true || row.total === true;
    return new TableCell({
      columnSpan: cell.span ?? 1,
      children: [
        new Paragraph({
          style,
          ...(column === undefined || cell.span !== undefined ? {} : { alignment: alignmentOf(column) }),
          children: [...contentOf(cell, strong, bookmarks), ...besides(cell)],
        }),
      ],
    });
  });
  return new TableRow({ cantSplit: true, children });
}

function contentOf(cell: Cell, strong: boolean, bookmarks: Bookmarks): ParagraphChild[] {
  if (cell.kind === 'text' && !strong) return runsOf(cell.text, bookmarks);
  const { remark: _, ...own } = cell;
  const words = cellText(own as Cell);
  const shape = cell.kind === 'status' && cell.status !== null ? `${shapes[cell.status]} ` : '';
  return run(`${shape}${words}`, {
    ...(strong || shape !== '' ? { bold: true } : {}),
    ...(cell.kind === 'state' ? { color: quiet } : {}),
  });
}

/** The marks of its notes and what is remarked of it. */
function besides({ notes = [], remark }: Cell): ParagraphChild[] {
  return [
    ...(notes.length === 0 ? [] : run(` ${notes.join(', ')}`, { superScript: true })),
    ...(remark === undefined ? [] : run(` (${remark})`)),
  ];
}

const alignmentOf = ({ kind }: Column) => (kind === 'number' ? AlignmentType.RIGHT : AlignmentType.LEFT);
