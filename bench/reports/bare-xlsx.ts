/** `bare-xlsx xlsx FILE TIMES`: a sheet for each section with numbers and texts in cells, zipped by fflate. */
import { strToU8, zipSync } from 'fflate';
import type { Plain, PlainBlock, PlainCell } from './plain.ts';
import { tellRenderings } from './renderings.ts';

const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xml = (words: string) => words.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);

const cell = ({ text, value }: PlainCell) =>
  value === undefined ? `<c t="inlineStr"><is><t>${xml(text)}</t></is></c>` : `<c><v>${value}</v></c>`;
const row = (cells: readonly PlainCell[]) => `<row>${cells.map(cell).join('')}</row>`;

function rowsOf(block: PlainBlock): string {
  if (block.kind === 'table') return block.rows.map(row).join('');
  return row([{ text: block.kind === 'picture' ? block.alt : block.text }]);
}

await tellRenderings(async ({ sections }: Plain) => {
  const sheets = sections.map(
    ({ heading, blocks }) =>
      `${declared}<worksheet xmlns="${main}"><sheetData>${row([{ text: heading }])}${blocks.map(rowsOf).join('')}</sheetData></worksheet>`,
  );
  const each = (of: (number: number) => string) => sheets.map((_, index) => of(index + 1)).join('');
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${declared}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${type}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `${declared}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${declared}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((n) => `<sheet name="Sheet ${n}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declared}<Relationships xmlns="${packaged}/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}</Relationships>`,
  };
  for (const [index, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${index + 1}.xml`] = sheet;
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, words]) => [path, strToU8(words)])), {
    level: 6,
  });
});
