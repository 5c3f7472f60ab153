import type { Document } from '../../document/index.ts';
import { xml } from '../xml.ts';
import { columnLetters, rangeOf } from './names.ts';
import type { Sheet } from './sheet.ts';

const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const officeDocument = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A sheet with the names of its tables, in their order. */
export interface NamedSheet {
  readonly sheet: Sheet;
  readonly names: readonly string[];
}

/** The parts of a workbook that tie its sheets together, by their paths. */
export function workbookParts(sheets: readonly NamedSheet[], document: Document): Readonly<Record<string, string>> {
  const numbers = sheets.map((_, index) => index + 1);
  return {
    '[Content_Types].xml': [
      `${declared}<Types xmlns="${packaged}/content-types">`,
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      '<Default Extension="xml" ContentType="application/xml"/>',
      override('/xl/workbook.xml', `${spreadsheet}.sheet.main+xml`),
      ...numbers.map((number) => override(`/xl/worksheets/sheet${number}.xml`, `${spreadsheet}.worksheet+xml`)),
      override('/xl/styles.xml', `${spreadsheet}.styles+xml`),
      override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
      '</Types>',
    ].join(''),
    '_rels/.rels': [
      `${declared}<Relationships xmlns="${packaged}/relationships">`,
      relation('rId1', `${officeDocument}/officeDocument`, 'xl/workbook.xml'),
      relation('rId2', `${packaged}/relationships/metadata/core-properties`, 'docProps/core.xml'),
      '</Relationships>',
    ].join(''),
    'docProps/core.xml': coreProperties(document),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': [
      `${declared}<Relationships xmlns="${packaged}/relationships">`,
      ...numbers.map((number) =>
        relation(`rId${number}`, `${officeDocument}/worksheet`, `worksheets/sheet${number}.xml`),
      ),
      relation(`rId${numbers.length + 1}`, `${officeDocument}/styles`, 'styles.xml'),
      '</Relationships>',
    ].join(''),
  };
}

const override = (part: string, type: string): string => `<Override PartName="${part}" ContentType="${type}"/>`;

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;

/** No date of making: the same report is the same file. */
function coreProperties({ title, subject, organisation, language }: Document): string {
  return [
    `${declared}<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">`,
    `<dc:title>${xml(title)}</dc:title><dc:subject>${xml(subject)}</dc:subject>`,
    `<dc:creator>${xml(organisation)}</dc:creator><dc:language>${language}</dc:language>`,
    '</cp:coreProperties>',
  ].join('');
}

function workbook(sheets: readonly NamedSheet[]): string {
  const names = sheets.flatMap(({ sheet, names: own }) =>
    sheet.tables.flatMap((table, index) => {
      const name = own[index];
      if (name === undefined) return [];
      const range = `A${table.header.to}:${columnLetters(table.columns - 1)}${table.end}`;
      return [
        `<definedName name="${name}" comment="${xml(table.caption.slice(0, 255))}">${xml(rangeOf(sheet.name, range))}</definedName>`,
      ];
    }),
  );
  const titles = sheets.flatMap(({ sheet }, index) => {
    const [table, ...others] = sheet.tables;
    if (table === undefined || others.length > 0) return [];
    const { from, to } = table.header;
    return [
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xml(`'${sheet.name.replaceAll("'", "''")}'!$${from + 1}:$${to}`)}</definedName>`,
    ];
  });
  return [
    `${declared}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${officeDocument}">`,
    '<bookViews><workbookView/></bookViews><sheets>',
    ...sheets.map(
      ({ sheet }, index) => `<sheet name="${xml(sheet.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
    ),
    '</sheets>',
    names.length + titles.length === 0 ? '' : `<definedNames>${[...titles, ...names].join('')}</definedNames>`,
    '</workbook>',
  ].join('');
}
