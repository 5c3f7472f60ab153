import type { Document } from '../../document/index.ts';
import { legal, xml } from '../xml.ts';
import { columnLetters } from './names.ts';
import type { Sheet, SheetCell } from './sheet.ts';
import type { Styles } from './styles-xml.ts';

/** What one cell can hold. */
const longestText = 32_767;
const cutShort = '… (cut short: a cell holds no more)';

/** The rows above a table that may stay in sight with its headers. */
const frozenAtMost = 8;

/** A sheet as the part of a workbook. */
export function sheetXml(sheet: Sheet, first: boolean, styles: Styles, document: Document): string {
  const { landscape, widths, rows, merges } = sheet;
  const links = rows.flatMap(({ cells }, row) =>
    cells.flatMap(({ link }, column) =>
      link === undefined ? [] : [`<hyperlink ref="${columnLetters(column)}${row + 1}" location="${xml(link)}"/>`],
    ),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView showGridLines="0"${first ? ' tabSelected="1"' : ''} workbookViewId="0">${pane(sheet)}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData>${rows.map((row, at) => rowXml(row, at, styles)).join('')}</sheetData>`,
    merges.length === 0
      ? ''
      : `<mergeCells count="${merges.length}">${merges.map(({ row, from, to }) => `<mergeCell ref="${columnLetters(from)}${row + 1}:${columnLetters(to)}${row + 1}"/>`).join('')}</mergeCells>`,
    links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`,
    '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`,
    headerFooter(document),
    '</worksheet>',
  ].join('');
}

/** Where a sheet has one table and little above it, its headers and the names of its rows stay in sight. */
function pane({ tables: [table, ...others] }: Sheet): string {
  if (table === undefined || others.length > 0 || table.header.to > frozenAtMost) return '';
  const columns = table.columns > 6 && table.heads <= 2 ? table.heads : 0;
  const corner = `topLeftCell="${columnLetters(columns)}${table.header.to + 1}"`;
  return columns === 0
    ? `<pane ySplit="${table.header.to}" ${corner} activePane="bottomLeft" state="frozen"/>`
    : `<pane xSplit="${columns}" ySplit="${table.header.to}" ${corner} activePane="bottomRight" state="frozen"/>`;
}

function rowXml({ cells, height }: Sheet['rows'][number], row: number, styles: Styles): string {
  const size = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  return `<row r="${row + 1}"${size}>${cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${row + 1}`, styles)).join('')}</row>`;
}

/** Words are written as words whatever they begin with: a spreadsheet takes only a formula's own element for a formula. */
function cellXml({ value, style }: SheetCell, place: string, styles: Styles): string {
  const literal = typeof value === 'string' && /^['=+@-]/.test(value);
  const start = `<c r="${place}" s="${styles.numberOf(style, literal)}"`;
  if (value === null) return `${start}/>`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${xml(literalCodes(cellWords(value)))}</t></is></c>`;
}

/** Words as one cell can hold them. */
export function cellWords(words: string): string {
  const whole = legal(words);
  if (whole.length <= longestText) return whole;
  return `${whole.slice(0, longestText - cutShort.length).replace(/[\ud800-\udbff]$/, '')}${cutShort}`;
}

/** '_x0041_' in a workbook is the code of a character; to be read as it is, its first low line is written as a code. */
const literalCodes = (words: string): string => words.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');

/** The report and the page on paper. What a header may hold is 255 characters in all. */
function headerFooter({ runningHeader, synthetic }: Document): string {
  const words = (text: string): string =>
    legal(text)
      .replaceAll('&', 'and')
      .slice(0, 180)
      .replace(/[\ud800-\udbff]$/, '');
  const left = synthetic === null ? '' : `&L${words(synthetic)}`;
  return `<headerFooter><oddHeader>${xml(`&L${words(runningHeader)}`)}</oddHeader><oddFooter>${xml(`${left}&RPage &P of &N`)}</oddFooter></headerFooter>`;
}
