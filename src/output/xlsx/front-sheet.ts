import type { Cover, Document } from '../../document/index.ts';
import { sectionsOf } from '../contained.ts';
import { withHeights } from './heights.ts';
import { rangeOf } from './names.ts';
import type { Sheet, SheetCell, SheetRow } from './sheet.ts';

/** A sheet of the workbook, as the first one lists it. */
export interface Listed {
  readonly sheet: Sheet;
  readonly heading: string;
  /** The names of its tables in formulas, in order. */
  readonly names: readonly string[];
}

const widths = [32, 46, 46, 64];

/** The first sheet: what the report is, and where each table is and by what name formulas call it. */
export function frontSheet(name: string, document: Document, listed: readonly Listed[]): Sheet {
  const rows: SheetRow[] = [
    { ...line({ value: document.title, style: { font: 'title' } }), height: 24 },
    ...coverLines(document).map((words) => line({ value: words, style: {} })),
    ...(document.synthetic === null ? [] : [line({ value: document.synthetic, style: { font: 'bold' } })]),
    { cells: [] },
    line({ value: 'Sheets and tables of this workbook', style: { font: 'heading' } }),
  ];
  const from = rows.length;
  rows.push({
    cells: ['Sheet', 'Section', 'Table', 'Its name in formulas'].map((value) => ({ value, style: header })),
  });
  for (const one of listed) rows.push(...rowsOf(one));
  return {
    name,
    landscape: document.orientation === 'landscape',
    widths,
    rows: withHeights(rows, widths, []),
    merges: [],
    tables: [
      {
        id: 'contents',
        caption: 'Sheets and tables of this workbook',
        header: { from, to: from + 1 },
        end: rows.length,
        columns: 4,
        heads: 1,
      },
    ],
  };
}

const header = { font: 'bold', fill: 'header', border: 'under', wrap: true } as const;
const cell = { border: 'hair', wrap: true } as const;
const line = (only: SheetCell): SheetRow => ({ cells: [only] });

/** Whose report it is, what period, and what else its cover says, each once. */
function coverLines(document: Document): string[] {
  const covers = sectionsOf(document)
    .flatMap(({ section }) => section.blocks)
    .filter((block): block is Cover => block.kind === 'cover');
  const said = [document.organisation, document.period, ...covers.flatMap(({ above, below }) => [...above, ...below])];
  return [...new Set(said)].filter((words) => words !== document.title);
}

function rowsOf({ sheet, heading, names }: Listed): SheetRow[] {
  const tables = sheet.tables.length === 0 ? [{ caption: 'No table' }] : sheet.tables;
  return tables.map(({ caption }, index) => ({
    cells: [
      { value: sheet.name, style: { ...cell, font: 'link' }, link: rangeOf(sheet.name, 'A1') },
      { value: heading, style: cell },
      { value: caption, style: cell },
      { value: names[index] ?? '–', style: cell },
    ],
  }));
}
