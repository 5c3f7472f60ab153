import type { Document } from '../../document/index.ts';
import { headingOf, sectionsOf } from '../contained.ts';
import { fixedZip } from '../fixed-zip.ts';
import { frontSheet } from './front-sheet.ts';
import { formulaNames, sheetNames } from './names.ts';
import { hasSheet, sectionSheet } from './section-sheet.ts';
import { sheetXml } from './sheet-xml.ts';
import { Styles } from './styles-xml.ts';
import { type NamedSheet, workbookParts } from './workbook-xml.ts';

/**
 * A document as a workbook: a first sheet that says what it is and lists the tables, then a sheet for each section that
 * holds something. Figures are numbers that a format prints half up; everything else is words. Same document, same bytes.
 */
export async function xlsxReport(document: Document): Promise<Uint8Array> {
  const sections = sectionsOf(document)
    .map(({ section }) => section)
    .filter(hasSheet);
  const [frontName = 'Contents', ...names] = sheetNames([
    'Contents',
    ...sections.map((section) => headingOf({ number: section.number, title: section.shortTitle ?? section.title })),
  ]);
  const sheets = sections.map((section, index) => sectionSheet(section, names[index] ?? section.id, document));
  const calls = formulaNames(sheets.flatMap(({ tables }) => tables.map(({ id }) => id)));
  let used = 0;
  const named = sheets.map((sheet): NamedSheet => {
    used += sheet.tables.length;
    return { sheet, names: calls.slice(used - sheet.tables.length, used) };
  });
  const listed = named.map((one, index) => {
    const section = sections[index];
    return { ...one, heading: section === undefined ? one.sheet.name : headingOf(section) };
  });
  const all: NamedSheet[] = [{ sheet: frontSheet(frontName, document, listed), names: [] }, ...named];
  const styles = new Styles();
  const parts = all.map(({ sheet }, index): [string, string] => [
    `xl/worksheets/sheet${index + 1}.xml`,
    sheetXml(sheet, index === 0, styles, document),
  ]);
  return fixedZip({ ...workbookParts(all, document), 'xl/styles.xml': styles.toXml(), ...Object.fromEntries(parts) });
}
