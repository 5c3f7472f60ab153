import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import {
  type AnyChartData,
  type Block,
  type Cell,
  cellText,
  type Document,
  type Table,
} from '../../src/document/index.ts';
import { plainText } from '../../src/narrative/index.ts';
import { chartOf, Sparkline } from '../../src/output/index.ts';

/** What a document says and nothing of how: the amount that a bare library is given to render. Plain JSON. */
export interface Plain {
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly blocks: readonly PlainBlock[] }[];
}

export type PlainBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Rows of cells, the headers among them; each row spans so many columns. */
  | { readonly kind: 'table'; readonly columns: number; readonly rows: readonly (readonly PlainCell[])[] }
  /** Pictures drawn beforehand: as a page of paper has it, and as a web page has it for two widths. */
  | { readonly kind: 'picture'; readonly alt: string; readonly printed: string; readonly shown: readonly string[] };

export interface PlainCell {
  readonly text: string;
  readonly span?: number;
  /** Of a figure. */
  readonly value?: number;
  /** Of a line of the size of a word. */
  readonly svg?: string;
}

export function plainOf(document: Document): Plain {
  const below = (sections: Document['sections']): Plain['sections'] =>
    sections.flatMap(({ number, title, blocks, sections: inner }) => [
      { heading: number === null ? title : `${number} ${title}`, blocks: blocks.flatMap(blockOf) },
      ...below(inner),
    ]);
  return { title: document.title, sections: below(document.sections) };
}

const paragraphs = (...words: readonly string[]): PlainBlock[] => words.map((text) => ({ kind: 'paragraph', text }));

function blockOf(block: Block): PlainBlock[] {
  switch (block.kind) {
    case 'cover':
      return paragraphs(...block.above, block.title, ...block.below);
    case 'contents':
      return [];
    case 'paragraph':
      return paragraphs(plainText(block.text));
    case 'list':
      return paragraphs(...block.items.map(plainText));
    case 'facts':
      return [
        ...paragraphs(block.label),
        {
          kind: 'table',
          columns: 2,
          rows: block.items.map((one) => [{ text: one.term }, { text: plainText(one.value) }]),
        },
      ];
    case 'notice':
      return paragraphs(block.title, ...block.text.map(plainText));
    case 'commentary':
      return paragraphs(block.heading, ...block.paragraphs.map(plainText));
    case 'table':
      return [
        ...paragraphs(block.caption),
        tableOf(block),
        ...paragraphs(...block.notes.map((note) => `${note.mark} ${note.text}`)),
      ];
    case 'figure':
      return figureOf(block.id, block.chart, block.table === 'shown');
  }
}

function tableOf({ columns, spanners, groups }: Table): PlainBlock {
  const rows = [
    ...spanners.map((row) => row.map(({ label, span }) => ({ text: label, span }))),
    columns.map(({ label }) => ({ text: label })),
    ...groups.flatMap(({ title, rows: own }) => [
      ...(title === null ? [] : [[{ text: title, span: columns.length }]]),
      ...own.map(({ cells }) => cells.map(cellOf)),
    ]),
  ];
  return { kind: 'table', columns: columns.length, rows };
}

function cellOf(cell: Cell): PlainCell {
  const own: PlainCell = { text: [cellText(cell), ...(cell.notes ?? [])].join(' '), span: cell.span ?? 1 };
  if (cell.kind === 'number') return { ...own, value: cell.value };
  if (cell.kind !== 'spark') return own;
  const { values, targets, breaks, text } = cell;
  return { ...own, svg: renderToString(h(Sparkline, { id: 'spark', values, targets, breaks, title: text })) };
}

function figureOf(id: string, data: AnyChartData, hasTable: boolean): PlainBlock[] {
  const { title, alt, svg, table } = chartOf(data, { id, width: 680 });
  const shown = [720, 356].map((width) => chartOf(data, { id: `${id}_${width}`, width }).svg);
  const rows = [table.columns.map(({ label }) => ({ text: label })), ...table.rows.map((row) => row.map(figureCell))];
  return [
    ...paragraphs(title),
    { kind: 'picture', alt, printed: svg, shown },
    ...(hasTable ? [{ kind: 'table', columns: table.columns.length, rows } as const] : []),
  ];
}

const figureCell = ({ value, text }: { readonly value: string | number | null; readonly text: string }): PlainCell =>
  typeof value === 'number' ? { text, value } : { text };
