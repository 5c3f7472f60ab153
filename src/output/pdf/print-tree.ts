import type { Block, Cover, Document, Facts, Figure, Orientation, Section, Table } from '../../document/index.ts';
import type { Text } from '../../narrative/index.ts';
import { isListed, leadCover } from '../front.ts';
import { type Drawn, dataOf, drawn, type PrintChart, type PrintData, printChart } from './print-chart.ts';
import { factsGutter, factsHeight, type PrintFacts, printFacts } from './print-facts.ts';
import { type Alike, alikeTables, type PrintTable, printTable } from './print-table.ts';

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
  | PrintFacts
  /** Lists of facts side by side: those on the left are read first. */
  | { readonly kind: 'facts-beside'; readonly sides: readonly (readonly PrintFacts[])[] }
  | { readonly kind: 'table'; readonly table: PrintTable }
  | { readonly kind: 'figure'; readonly chart: PrintChart }
  | PrintData;

/** Points between the margins of a page of A4, upright and lying. */
export const pageWidth: Readonly<Record<Orientation, number>> = { portrait: 505, landscape: 752 };

export function printTree(document: Document): PrintTree {
  const { title, organisation, subject, month, period, runningHeader, synthetic, sections } = document;
  const made: Made = { charts: drawn(sections), alike: alikeTables(sections) };
  const body = flatten(document, made, sections, 2, document.orientation, true);
  const data = sections.flatMap((section) => dataOf(section, made.charts));
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

/** What is made once for a document: its charts, and the tables whose columns are the same. */
interface Made {
  readonly charts: Drawn;
  readonly alike: Alike;
}

interface Flat {
  readonly section: PrintSection;
  readonly orientation: Orientation;
}

function flatten(
  document: Document,
  made: Made,
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
      blocks: printBlocks(section, made, isFront, orientation),
    };
    return [
      { section: own, orientation },
      ...flatten(document, made, inner, isFront ? level : level + 1, orientation, listed, isOnlyIntroduced(section)),
    ];
  });
}

/** A section that is a heading and a word or two goes on with the first section under it, on the same page. */
const isOnlyIntroduced = ({ blocks }: Section): boolean => blocks.every(({ kind }) => kind === 'paragraph');

/** Lists of facts that follow each other stand side by side on a page that lies. */
function printBlocks(section: Section, made: Made, isFront: boolean, orientation: Orientation): PrintBlock[] {
  const printed: PrintBlock[] = [];
  let facts: Facts[] = [];
  const flush = (): void => {
    printed.push(...printFactsOf(facts, section.title, orientation));
    facts = [];
  };
  for (const block of section.blocks) {
    if (block.kind === 'facts') facts.push(block);
    else {
      flush();
      printed.push(printBlock(block, section, made, isFront, pageWidth[orientation]));
    }
  }
  flush();
  return printed;
}

/** Fewer lists of facts than this stand one under the other. */
const enoughBeside = 3;

function printFactsOf(lists: readonly Facts[], title: string, orientation: Orientation): PrintBlock[] {
  const width = pageWidth[orientation];
  const printed = (room: number): PrintFacts[] =>
    lists.map((facts) => printFacts(facts, facts.label === title ? null : facts.label, room));
  if (orientation === 'portrait' || lists.length < enoughBeside) return printed(width);
  const half = (width - factsGutter) / 2;
  const heights = lists.map((facts) => factsHeight(facts, half));
  const through = (count: number): number => heights.slice(0, count).reduce((sum, height) => sum + height, 0);
  const total = through(heights.length);
  const split = heights.findIndex((_, at) => through(at + 1) >= total / 2) + 1;
  const sides = [printed(half).slice(0, split), printed(half).slice(split)];
  return [{ kind: 'facts-beside', sides }];
}

function printBlock(
  block: Exclude<Block, Facts>,
  { blocks }: Section,
  { charts, alike }: Made,
  isFront: boolean,
  width: number,
): PrintBlock {
  if (block.kind === 'table') return { kind: 'table', table: printTable(block, width, alike(block)) };
  if (block.kind === 'cover') return { ...block, front: isFront && block === blocks[0] };
  if (block.kind === 'figure') return { kind: 'figure', chart: printChart(block, charts) };
  return block;
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
