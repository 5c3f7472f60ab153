import { type Cell, type Column, cellText, type Section, type SparkCell, type Table } from '../../document/index.ts';
import { textWidth } from '../charts/index.ts';
import { type ColumnNeeds, fitColumns } from './fit-columns.ts';
import { renderSpark } from './render-spark.tsx';

/** A table as the template sets it: with the size of its letters and the widths of its columns, in points. */
export interface PrintTable extends Pick<Table, 'caption' | 'spanners' | 'notes'> {
  readonly size: number;
  readonly columns: readonly (Pick<Column, 'label' | 'kind'> & { readonly heads: boolean; readonly width: number })[];
  readonly groups: readonly {
    readonly title: string | null;
    readonly rows: readonly {
      readonly total: boolean;
      readonly whole: boolean;
      readonly cells: readonly PrintCell[];
    }[];
  }[];
}

export type PrintCell = Exclude<Cell, SparkCell> | (SparkCell & { readonly svg: string });

/** A row with more letters than this in one cell may go on over the page; any other stays whole. */
const longCell = 900;

/** The tables of a document with the same columns as one of them, itself among them. */
export type Alike = (table: Table) => readonly Table[];

/** Tables with the same columns, wherever they stand: set alike, they read as one. */
export function alikeTables(sections: readonly Section[]): Alike {
  const all = (section: Section): Table[] => [
    ...section.blocks.filter((block) => block.kind === 'table'),
    ...section.sections.flatMap(all),
  ];
  const keyOf = ({ columns }: Table): string => JSON.stringify(columns.map(({ id, label }) => [id, label]));
  const byKey = Map.groupBy(sections.flatMap(all), keyOf);
  return (table) => byKey.get(keyOf(table)) ?? [table];
}

/** Measures a table, by the cells of all that are set alike, for a page of so many points between its margins. */
export function printTable(
  { caption, columns, spanners, groups, notes }: Table,
  width: number,
  alike: readonly Table[],
): PrintTable {
  const rows = alike.flatMap((table) => table.groups).flatMap((group) => group.rows);
  const needs = columns.map((column, at) =>
    needsOf(
      column,
      rows.map(({ cells }) => cellAt(cells, at)),
    ),
  );
  const { size, widths } = fitColumns(needs, width);
  return {
    caption,
    spanners,
    notes,
    size,
    columns: columns.map(({ label, kind, heads = false }, at) => ({ label, kind, heads, width: widths[at] ?? 0 })),
    groups: groups.map(({ title, rows: own }) => ({
      title,
      rows: own.map(({ cells, total = false }) => ({
        total,
        whole: cells.every((cell) => cellText(cell).length <= longCell),
        cells: cells.map(printCell),
      })),
    })),
  };
}

const printCell = (cell: Cell): PrintCell => (cell.kind === 'spark' ? { ...cell, svg: renderSpark(cell) } : cell);

/** The cell of a column; null where another takes its place too. */
function cellAt(cells: readonly Cell[], column: number): Cell | null {
  let at = 0;
  for (const cell of cells) {
    const span = cell.span ?? 1;
    if (at === column) return span === 1 ? cell : null;
    at += span;
  }
  return null;
}

/** The ems that words in a column are read in, where they fill them: those that head a row, and others. */
const headingRoom = 17;
const wordsRoom = 7;
/** A figure or a mark with its words is no longer than this; what is longer is words. */
const shortRoom = 12;
/** Words that head nothing and are no longer than this read best on one line. */
const shortWords = 14;

/** What a column needs at a letter size of 1, with its marks and the room beside its words. */
function needsOf(
  { label, kind, heads = false, width: share = 1 }: Column,
  cells: readonly (Cell | null)[],
): ColumnNeeds {
  const own = cells.flatMap((cell) => (cell === null ? [] : [cellNeeds(cell)]));
  const heading = wordNeeds(label, true);
  // The heading of figures may go over several lines; the figures themselves do not.
  const whole = Math.max(kind === 'text' ? heading.whole : heading.least, ...own.map((cell) => cell.whole));
  const readable = kind === 'text' ? Math.min(whole, heads ? headingRoom : wordsRoom) : 0;
  const least = Math.max(heading.least, readable, ...own.map((cell) => cell.least));
  return { share, whole, least, isShort: whole <= (kind !== 'text' ? shortRoom : heads ? 0 : shortWords) };
}

type Needs = Pick<ColumnNeeds, 'least' | 'whole'>;

const ems = (words: string, bold: boolean): number => (textWidth(words, bold) / 13) * 0.87;

function wordNeeds(words: string, bold: boolean): Needs {
  const each = words.split(/[\s\u200B]+/).map((word) => ems(word.slice(0, longestWord), bold));
  return { least: Math.max(0, ...each), whole: ems(words, bold) };
}

/** A word longer than this is broken by the template. */
const longestWord = 24;

function cellNeeds(cell: Cell): Needs {
  // That a person set a status stands in a line of its own under it.
  const words = cell.kind === 'status' ? wordNeeds(cell.word, true) : wordNeeds(cellText(cell), false);
  const marks = (cell.notes?.join(', ').length ?? 0) * 0.4;
  const shape = cell.kind === 'status' ? 1.9 : cell.kind === 'direction' ? 1.3 : 0;
  if (cell.kind === 'spark') return { least: 7, whole: 9 };
  return { least: words.least + marks + shape, whole: words.whole + marks + shape };
}
