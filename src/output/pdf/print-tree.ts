import type { Block, Cover, Document, Facts, Figure, Orientation, Section, Table } from '../../document/index.ts';
import type { Text } from '../../narrative/index.ts';
import { type Chart, captionText, chartOf } from '../charts/index.ts';
import { isListed, leadCover } from '../front.ts';
import { type PrintTable, printTable } from './print-table.ts';

/** A document as the template sets it: charts drawn, tables measured, sections in a row. Plain JSON. */
export interface PrintTree {
  readonly title: string;
  readonly organisation: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** The last day of the month: a file is dated by its figures, not by the clock. */
  readonly month: readonly [year: number, month: number];
  readonly period: string;
  readonly runningHeader: string;
  readonly synthetic: string | null;
  /** Whether the document begins with a cover, which prints its title. */
  readonly hasCover: boolean;
  /** Pages that lie one way, in order. */
  readonly runs: readonly { readonly flipped: boolean; readonly sections: readonly PrintSection[] }[];
}

/** A section without those under it, which follow it. */
export interface PrintSection {
  readonly id: string;
  readonly level: number;
  /** Null of the front, whose heading is the title. */
  readonly heading: { readonly number: string | null; readonly title: string } | null;
  readonly listed: boolean;
  readonly newPage: boolean;
  readonly blocks: readonly PrintBlock[];
}

export type PrintBlock =
  | Exclude<Block, Cover | Facts | Table | Figure>
  /** Whether it prints the title of the document. */
  | (Cover & { readonly front: boolean })
  /** The label is null where the title of the section says it already. */
  | (Omit<Facts, 'label'> & { readonly label: string | null })
  | { readonly kind: 'table'; readonly table: PrintTable }
  | { readonly kind: 'figure'; readonly chart: PrintChart }
  | PrintData;

export interface PrintChart extends Pick<Chart, 'title' | 'alt' | 'svg'> {
  readonly caption: string;
  /** Null where the data stand elsewhere in the document. */
  readonly table: Chart['table'] | null;
  /** Where at the end of the print the data stand; null where they are under the chart. */
  readonly tableAt: string | null;
}

/** The data of a chart at the end of the print. */
export interface PrintData {
  readonly kind: 'data';
  readonly id: string;
  readonly title: string;
  readonly table: Chart['table'];
}

/** More rows than these stand at the end: under each chart they would push the words of a page onto the next. */
const rowsBesideChart = 8;

/** Points between the margins of a page of A4, upright and lying. */
export const pageWidth: Readonly<Record<Orientation, number>> = { portrait: 505, landscape: 752 };

export function printTree(document: Document): PrintTree {
  const { title, organisation, subject, month, period, runningHeader, synthetic, sections } = document;
  const body = flatten(document, sections, 2, document.orientation, true);
  const data = sections.flatMap((section) => dataOf(section));
  const flat = data.length === 0 ? body : [...body, dataSection(data)];
  const ids = new Set(flat.map(({ section }) => section.id));
  const runs: { flipped: boolean; sections: PrintSection[] }[] = [];
  for (const { section, orientation } of flat) {
    const flipped = orientation === 'landscape';
    const known = withoutBrokenLinks(section, ids);
    const last = runs.at(-1);
    if (last?.flipped === flipped) last.sections.push(known);
    else runs.push({ flipped, sections: [known] });
  }
  return {
    ...{ title, organisation, subject, period, runningHeader, synthetic, runs },
    keywords: [organisation, period],
    month: [Number(month.slice(0, 4)), Number(month.slice(5, 7))],
    hasCover: leadCover(document) !== null,
  };
}

interface Flat {
  readonly section: PrintSection;
  readonly orientation: Orientation;
}

function flatten(
  document: Document,
  sections: readonly Section[],
  level: number,
  above: Orientation,
  listedAbove: boolean,
  followsHeading: boolean = false,
): Flat[] {
  return sections.flatMap((section, at) => {
    const { id, number, title, newPage, sections: inner } = section;
    const orientation = section.orientation ?? above;
    const isFront = section === document.sections[0] && leadCover(document) !== null;
    const listed = listedAbove && isListed(section);
    const own: PrintSection = {
      id,
      level: Math.min(level, 6),
      heading: isFront ? null : { number, title },
      listed,
      newPage: newPage && !(followsHeading && at === 0),
      blocks: section.blocks.map((block) => printBlock(block, section, isFront, orientation)),
    };
    return [
      { section: own, orientation },
      ...flatten(document, inner, isFront ? level : level + 1, orientation, listed, isOnlyIntroduced(section)),
    ];
  });
}

/** A section that is a heading and a word or two goes on with the first section under it, on the same page. */
const isOnlyIntroduced = ({ blocks }: Section): boolean => blocks.every(({ kind }) => kind === 'paragraph');

function printBlock(block: Block, { title, blocks }: Section, isFront: boolean, orientation: Orientation): PrintBlock {
  const width = pageWidth[orientation];
  if (block.kind === 'table') return { kind: 'table', table: printTable(block, width) };
  if (block.kind === 'cover') return { ...block, front: isFront && block === blocks[0] };
  if (block.kind === 'facts') return { ...block, label: block.label === title ? null : block.label };
  if (block.kind !== 'figure') return block;
  const chart = chartOf(block.chart, { id: block.id, width: 680 });
  const { alt, svg, caption } = chart;
  const isApart = hasDataApart(block, chart.table);
  const table = block.table === 'shown' && !isApart ? chart.table : null;
  const tableAt = isApart ? dataId(block) : null;
  return { kind: 'figure', chart: { title: chart.title, alt, svg, caption: captionText(caption), table, tableAt } };
}

const dataId = ({ id }: Figure): string => `${id}-figures`;

const hasDataApart = ({ table }: Figure, { rows }: Chart['table']): boolean =>
  table === 'shown' && rows.length > rowsBesideChart;

/** The data of the charts of a section and of those under it, which stand at the end of the print. */
function dataOf({ title, blocks, sections }: Section): PrintData[] {
  const own = blocks.flatMap((block): PrintData[] => {
    if (block.kind !== 'figure') return [];
    const chart = chartOf(block.chart, { id: block.id });
    if (!hasDataApart(block, chart.table)) return [];
    return [{ kind: 'data', id: dataId(block), title: `${title}: ${chart.title}`, table: chart.table }];
  });
  return [...own, ...sections.flatMap(dataOf)];
}

function dataSection(blocks: readonly PrintData[]): Flat {
  const heading = { number: null, title: 'The figures behind the charts' };
  const section = { id: 'chart-figures-at-the-end', level: 2, heading, listed: true, newPage: true, blocks };
  return { section, orientation: 'portrait' };
}

/** A reference to no section of the document is words alone: the template could not set it. */
function withoutBrokenLinks(section: PrintSection, ids: ReadonlySet<string>): PrintSection {
  const unbroken = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(unbroken);
    if (value === null || typeof value !== 'object') return value;
    const piece = value as Partial<Text[number]>;
    if (piece.kind === 'reference' && !ids.has(piece.to ?? '')) return { kind: 'text', text: piece.text };
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unbroken(inner)]));
  };
  return unbroken(section) as PrintSection;
}
