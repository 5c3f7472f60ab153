import { writeFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';

/** A cell: text, number, true or false, nothing; or its XML, where a test needs a certain form. */
export type Cell = string | number | boolean | null | { readonly xml: string };

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function columnName(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26));
  return index < 26 ? rest : columnName(Math.floor(index / 26) - 1) + rest;
}

function cellXml(cell: Cell, reference: string): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.xml.replace('<c', `<c r="${reference}"`);
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `<c r="${reference}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
}

function sheetXml(rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((cells, row) => {
    const inner = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row + 1}`)).join('');
    return inner === '' ? '' : `<row r="${row + 1}">${inner}</row>`;
  });
  return `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

/** A number shown as a day: style 1 of the workbooks made here. */
export const dayCell = (serial: number): Cell => ({ xml: `<c s="1"><v>${serial}</v></c>` });

/** The parts of a workbook with the given sheets, an empty list being a row that holds nothing. */
export function workbookParts(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Record<string, string> {
  const names = Object.keys(sheets);
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return {
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${type}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${type}"><sheets>${names
      .map((name, index) => `<sheet name="${escaped(name)}" r:id="r${index}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, index) => `<Relationship Id="r${index}" Type="${type}/worksheet" Target="worksheets/${index}.xml"/>`)
      .join('')}<Relationship Id="s" Type="${type}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-809]dd mmmm yyyy"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(names.map((name, index) => [`xl/worksheets/${index}.xml`, sheetXml(sheets[name] ?? [])])),
  };
}

/** Writes parts as a workbook. */
export async function writeParts(path: string, parts: Readonly<Record<string, string>>): Promise<string> {
  await writeFile(path, zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))));
  return path;
}

/** Writes a workbook with the given sheets. */
export async function writeWorkbook(path: string, sheets: Parameters<typeof workbookParts>[0]): Promise<string> {
  return writeParts(path, workbookParts(sheets));
}
