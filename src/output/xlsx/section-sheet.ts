import type { Block, Commentary, Document, Facts, Figure, List, Notice, Section, Table } from '../../document/index.ts';
import { plainText } from '../../narrative/index.ts';
import { captionText } from '../charts/index.ts';
import { headingOf, isFront } from '../contained.ts';
import { chartOfFigure, figureTable } from '../figure-table.ts';
import { signature } from '../signature.ts';
import { withHeights } from './heights.ts';
import type { Merge, Sheet, SheetRow, Style, TablePlace } from './sheet.ts';
import { tableRows } from './table-rows.ts';
import { columnWidths, proseColumns } from './widths.ts';

/** A section that has something of its own to show becomes a sheet. */
export const hasSheet = ({ blocks }: Section): boolean => blocks.some((block) => !isFront(block));

/** A section's blocks as a sheet, one under the other, its tables at the left edge. */
export function sectionSheet(section: Section, name: string, document: Document): Sheet {
  const tables = section.blocks.flatMap(tablesOf);
  const { span, widths } = proseColumns(columnWidths(tables));
  const paper = new Paper(span);
  paper.line(headingOf(section), { font: 'title' });
  paper.line(`${document.organisation}, ${document.period}`, { font: 'quiet' });
  for (const block of section.blocks) writeBlock(block, paper);
  const landscape = (section.orientation ?? document.orientation) === 'landscape';
  const rows = withHeights(paper.rows, widths, paper.merges);
  return { name, landscape, widths, rows, merges: paper.merges, tables: paper.tables };
}

const tablesOf = (block: Block): readonly Table[] => {
  if (block.kind === 'table') return [block];
  return block.kind === 'figure' && block.table === 'shown' ? [figureTable(block, chartOfFigure(block))] : [];
};

/** The rows of a sheet while they are written. */
class Paper {
  readonly rows: SheetRow[] = [];
  readonly merges: Merge[] = [];
  readonly tables: TablePlace[] = [];
  readonly #span: number;

  constructor(span: number) {
    this.#span = span;
  }

  gap(): void {
    this.rows.push({ cells: [] });
  }

  /** Words on one line that may run over the cells at its right. */
  line(words: string, style: Style = {}): void {
    this.rows.push({ cells: [{ value: words, style }], ...(style.font === 'title' ? { height: 24 } : {}) });
  }

  /** Words that take as many lines as they need. */
  words(words: string, style: Style = {}): void {
    this.merges.push({ row: this.rows.length, from: 0, to: this.#span - 1 });
    this.rows.push({
      cells: [
        { value: words, style: { ...style, wrap: true } },
        ...Array.from({ length: this.#span - 1 }, () => ({ value: null, style })),
      ],
    });
  }

  /** A name and what it is, beside each other in one line of words. */
  fact(term: string, value: string): void {
    const to = Math.max(1, this.#span - 1);
    if (to > 1) this.merges.push({ row: this.rows.length, from: 1, to });
    this.rows.push({
      cells: [
        { value: term, style: { font: 'bold', border: 'hair', wrap: true } },
        { value, style: { border: 'hair', wrap: true } },
        ...Array.from({ length: to - 1 }, () => ({ value: null, style: { border: 'hair' } as const })),
      ],
    });
  }

  table(table: Table): void {
    this.gap();
    this.line(table.caption, { font: 'heading' });
    const from = this.rows.length;
    const { header, rows, merges } = tableRows(table);
    for (const { row, ...columns } of merges) this.merges.push({ row: from + row, ...columns });
    this.rows.push(...rows);
    this.tables.push({
      id: table.id,
      caption: table.caption,
      header: { from, to: from + header },
      end: this.rows.length,
      columns: table.columns.length,
      heads: table.columns.findIndex(({ heads }) => heads === true) + 1,
    });
    for (const { mark, text } of table.notes) this.words(`[${mark}] ${text}`, { font: 'quiet' });
  }
}

function writeBlock(block: Block, paper: Paper): void {
  if (block.kind === 'cover' || block.kind === 'contents') return;
  if (block.kind === 'table') {
    paper.table(block);
    return;
  }
  paper.gap();
  if (block.kind === 'paragraph') paper.words(plainText(block.text));
  else if (block.kind === 'list') writeList(block, paper);
  else if (block.kind === 'facts') writeFacts(block, paper);
  else if (block.kind === 'notice') writeNotice(block, paper);
  else if (block.kind === 'figure') writeFigure(block, paper);
  else writeCommentary(block, paper);
}

function writeList({ ordered, items }: List, paper: Paper): void {
  for (const [index, item] of items.entries()) paper.words(`${ordered ? `${index + 1}.` : '•'} ${plainText(item)}`);
}

function writeFacts({ label, items }: Facts, paper: Paper): void {
  paper.line(label, { font: 'heading' });
  for (const { term, value } of items) paper.fact(term, plainText(value));
}

function writeNotice({ title, text }: Notice, paper: Paper): void {
  paper.words(title, { font: 'bold', fill: 'notice' });
  for (const words of text) paper.words(plainText(words), { fill: 'notice' });
}

/** A chart as its title, its reading, its caption and its data. */
function writeFigure(figure: Figure, paper: Paper): void {
  const chart = chartOfFigure(figure);
  paper.line(chart.title, { font: 'heading' });
  paper.words(chart.alt);
  paper.words(captionText(chart.caption), { font: 'quiet' });
  if (figure.table === 'shown') paper.table(figureTable(figure, chart));
}

function writeCommentary(commentary: Commentary, paper: Paper): void {
  paper.line(commentary.heading, { font: 'heading' });
  for (const text of commentary.paragraphs) paper.words(plainText(text));
  const by = signature(commentary);
  if (by !== '') paper.words(by, { font: 'quiet' });
}
