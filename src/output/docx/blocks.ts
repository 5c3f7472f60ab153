import { Paragraph, Table, TableCell, TableLayoutType, TableOfContents, TableRow, WidthType } from 'docx';
import type { Block, Commentary, Cover, Document, Facts, Figure, Notice, Section } from '../../document/index.ts';
import { captionText } from '../charts/index.ts';
import { chartOfFigure, figureTable } from '../figure-table.ts';
import { signature } from '../signature.ts';
import { chartRun } from './chart.ts';
import { styleIds } from './look.ts';
import { tableBlocks } from './table.ts';
import { type Bookmarks, plain, run, runsOf } from './words.ts';

/** What can stand in the body of a Word document. */
export type BodyPart = Paragraph | Table | TableOfContents;

export interface Place {
  readonly document: Document;
  readonly section: Section;
  readonly bookmarks: Bookmarks;
  /** Of the text, in twentieths of a point. */
  readonly width: number;
  /** Whether the cover prints the title of the document. */
  readonly isLead: boolean;
}

/** What stands in a section, by its kind. */
export function blockParts(block: Block, place: Place): BodyPart[] {
  const { bookmarks, width } = place;
  switch (block.kind) {
    case 'cover':
      return coverParts(block, place);
    case 'contents':
      return [contentsPart(block.depth)];
    case 'paragraph':
      return [new Paragraph({ children: runsOf(block.text, bookmarks) })];
    case 'list':
      return block.items.map(
        (item, index) =>
          new Paragraph({
            ...(block.ordered
              ? { numbering: { reference: 'ordered', level: 0, instance: instanceOf(place, block) } }
              : { bullet: { level: 0 } }),
            keepNext: index === 0,
            children: runsOf(item, bookmarks),
          }),
      );
    case 'facts':
      return factsParts(block, place);
    case 'notice':
      return noticeParts(block, bookmarks);
    case 'table':
      return tableBlocks(block, bookmarks, width);
    case 'figure':
      return figureParts(block, place);
    case 'commentary':
      return commentaryParts(block, bookmarks);
  }
}

/** A number that no other ordered list of the section has: each begins at 1. */
const instanceOf = ({ section, document }: Place, block: Block): number =>
  allSections(document.sections).indexOf(section) * 1000 + section.blocks.indexOf(block);

const allSections = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...allSections(section.sections)]);

function coverParts({ above, title, below }: Cover, { document, isLead }: Place): BodyPart[] {
  return [
    ...above.map((words) => plain(words, styleIds.cover)),
    plain(title, isLead ? 'Title' : styleIds.label),
    ...below.map((words) => plain(words, styleIds.cover)),
    ...(isLead && document.synthetic !== null ? [plain(document.synthetic, styleIds.noticeTitle)] : []),
  ];
}

/** A field that Word can renew, filled from the headings already. */
const contentsPart = (depth: number): TableOfContents =>
  new TableOfContents('Contents', { hyperlink: true, headingStyleRange: `1-${Math.max(1, Math.min(depth, 9))}` });

/** Names beside what they are: the label is printed where it is not the section's title again. */
function factsParts({ label, items }: Facts, { section, bookmarks, width }: Place): BodyPart[] {
  if (items.length === 0) return [];
  const first = Math.round(width * 0.28);
  const cell = (paragraph: Paragraph, size: number) =>
    new TableCell({ width: { size, type: WidthType.DXA }, children: [paragraph] });
  const rows = items.map(
    ({ term, value }) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell(new Paragraph({ style: styleIds.cell, children: run(term, { bold: true }) }), first),
          cell(new Paragraph({ style: styleIds.cell, children: runsOf(value, bookmarks) }), width - first),
        ],
      }),
  );
  return [
    ...(label === section.title ? [] : [plain(label, styleIds.label)]),
    new Table({
      style: styleIds.table,
      layout: TableLayoutType.FIXED,
      width: { size: width, type: WidthType.DXA },
      columnWidths: [first, width - first],
      tableLook: {
        firstRow: false,
        firstColumn: true,
        lastRow: false,
        lastColumn: false,
        noHBand: true,
        noVBand: true,
      },
      rows,
    }),
    plain('', styleIds.quiet),
  ];
}

function noticeParts({ title, text }: Notice, bookmarks: Bookmarks): BodyPart[] {
  return [
    plain(title, styleIds.noticeTitle, { keepNext: text.length > 0 }),
    ...text.map((words) => new Paragraph({ style: styleIds.notice, children: runsOf(words, bookmarks) })),
    plain('', styleIds.quiet),
  ];
}

/** A chart under its title, with its reading where Word has no such chart, its caption and its data. */
function figureParts(figure: Figure, { bookmarks, width }: Place): BodyPart[] {
  const chart = chartOfFigure(figure);
  const picture = chartRun(figure.chart, chart);
  return [
    plain(chart.title, 'Caption', { keepNext: true }),
    picture === null ? plain(chart.alt) : new Paragraph({ keepNext: true, children: [picture] }),
    plain(captionText(chart.caption), styleIds.quiet),
    ...(figure.table === 'shown' ? tableBlocks(figureTable(figure, chart), bookmarks, width) : []),
  ];
}

function commentaryParts(commentary: Commentary, bookmarks: Bookmarks): BodyPart[] {
  const by = signature(commentary);
  return [
    plain(commentary.heading, styleIds.label, { keepNext: true }),
    ...commentary.paragraphs.map((words) => new Paragraph({ children: runsOf(words, bookmarks) })),
    ...(by === '' ? [] : [plain(by, styleIds.quiet)]),
  ];
}
