import type { Document, Table } from '../../document/index.ts';
import { headingOf, sectionsOf } from '../contained.ts';
import { chartOfFigure, figureTable } from '../figure-table.ts';
import { fixedZip } from '../fixed-zip.ts';
import { UnfitForm } from '../unfit-form.ts';
import { csvText } from './csv-text.ts';
import { columnsOf, tableCsv } from './table-csv.ts';

interface Found {
  readonly file: string;
  readonly section: string;
  readonly table: Table;
}

/** The one table of a document as CSV; throws UnfitForm where it has several or none. */
export async function csvReport(document: Document): Promise<Uint8Array> {
  const [found, ...others] = tablesOf(document);
  if (found === undefined) throw new UnfitForm('the report has no table to write as CSV');
  if (others.length > 0) {
    throw new UnfitForm(
      `the report has ${others.length + 1} tables and a .csv file holds one; a name that ends in .zip gives one CSV file for each`,
    );
  }
  return new TextEncoder().encode(csvText(tableCsv(found.table)));
}

/**
 * The tables of a document, those of its charts with them, as one CSV file each in a zip archive, with four that
 * describe them: `about.csv` (whose report of what period), `tables.csv` (file, section, what it holds), `columns.csv` (what each column is) and `notes.csv`.
 */
export async function zipReport(document: Document): Promise<Uint8Array> {
  const found = tablesOf(document);
  const about = [
    ['title', document.title],
    ['organisation', document.organisation],
    ['period', document.period],
    ['month', document.month],
    ...(document.synthetic === null ? [] : [['data', document.synthetic]]),
  ];
  return fixedZip({
    'about.csv': csvText([['about', 'value'], ...about]),
    'tables.csv': csvText([
      ['file', 'section', 'table', 'rows'],
      ...found.map(({ file, section, table }) => [file, section, table.caption, tableCsv(table).length - 1]),
    ]),
    'columns.csv': csvText([
      ['file', 'column', 'heading', 'kind'],
      ...found.flatMap(({ file, table }) =>
        columnsOf(table).map(({ column, heading }) => [file, column.id, heading, column.kind]),
      ),
    ]),
    'notes.csv': csvText([
      ['file', 'note', 'text'],
      ...found.flatMap(({ file, table }) => table.notes.map(({ mark, text }) => [file, mark, text])),
    ]),
    ...Object.fromEntries(found.map(({ file, table }) => [file, csvText(tableCsv(table))])),
  });
}

/** Every table in reading order with the name of its file, from its id. */
function tablesOf(document: Document): Found[] {
  const taken = new Set<string>();
  const fileOf = (id: string): string => {
    const base = id.replace(/[^A-Za-z0-9_-]/g, '_');
    let file = `tables/${base}.csv`;
    for (let count = 2; taken.has(file.toLowerCase()); count++) file = `tables/${base}-${count}.csv`;
    taken.add(file.toLowerCase());
    return file;
  };
  return sectionsOf(document).flatMap(({ section }) =>
    section.blocks.flatMap((block): Found[] => {
      const heading = headingOf(section);
      if (block.kind === 'table') return [{ file: fileOf(block.id), section: heading, table: block }];
      if (block.kind !== 'figure' || block.table !== 'shown') return [];
      return [{ file: fileOf(block.id), section: heading, table: figureTable(block, chartOfFigure(block)) }];
    }),
  );
}
