import type { Archive } from './archive.ts';
import { plainText } from './cell.ts';
import { WorkbookError, workbookLimits } from './limits.ts';
import { readXml } from './xml.ts';

/** What is the same for all sheets of a workbook. */
export interface Structure {
  /** The sheets in order, hidden ones among them, with the part that holds each. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  /** What is wrong with the list of sheets, so that some sheet is not read: in words. */
  readonly lost: readonly string[];
  /** Days are counted from 1904. */
  readonly from1904: boolean;
  /** For each cell style whether it shows a number as a date. */
  readonly dateStyles: readonly boolean[];
  /** The shared texts, each on one line. */
  readonly texts: readonly string[];
}

/** Reads the list of sheets, the styles and the shared texts; sizes are checked first. */
export async function readStructure(archive: Archive): Promise<Structure> {
  const main = await mainPart(archive);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const links = await readLinks(archive, `${folder}_rels/${main.slice(folder.length)}.rels`, folder);
  const listed: { name: string; link: string }[] = [];
  let from1904 = false;
  await readXml(archive, main, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name === 'sheet')
        listed.push({ name: attributes.name ?? '', link: attributes['r:id'] ?? linkOf(attributes) });
    },
  });
  const sheets = listed.flatMap(({ name, link }) => {
    const target = links.get(link);
    return target?.type === 'worksheet' && archive.has(target.part) ? [{ name, part: target.part }] : [];
  });
  const lost = lostSheets(archive, listed, links, folder);
  const part = (type: string) => [...links.values()].find((link) => link.type === type && archive.has(link.part))?.part;
  const styles = part('styles');
  const texts = part('sharedStrings');
  refuseLarge(archive, [...sheets.map((sheet) => sheet.part), styles ?? '', texts ?? ''], texts ?? '');
  return {
    sheets,
    lost,
    from1904,
    dateStyles: styles ? await readStyles(archive, styles) : [],
    texts: texts ? await readTexts(archive, texts) : [],
  };
}

/** Sheets of the list that are not in the archive, and sheets in the archive that are not in the list. */
function lostSheets(
  archive: Archive,
  listed: readonly { readonly name: string; readonly link: string }[],
  links: ReadonlyMap<string, Link>,
  folder: string,
): string[] {
  // Charts and the like may stand in the list: they hold no table.
  const missing = listed.filter(({ link }) => {
    const target = links.get(link);
    return target === undefined || (target.type === 'worksheet' && !archive.has(target.part));
  });
  const read = new Set(listed.map(({ link }) => links.get(link)?.part));
  const inFolder = (part: string) => part.startsWith(`${folder}worksheets/`) && /\/worksheets\/[^/]+\.xml$/.test(part);
  const stray = archive.names().filter((part) => inFolder(part) && !read.has(part));
  return [
    ...missing.map(({ name }) => `its list names a sheet ${name} that is not in the file`),
    ...stray.map((part) => `it holds a sheet, ${part}, that its list does not name`),
  ];
}

function refuseLarge(archive: Archive, parts: readonly string[], texts: string): void {
  const total = parts.reduce((sum, name) => sum + archive.sizeOf(name), 0);
  if (total > workbookLimits.unpacked || archive.sizeOf(texts) > workbookLimits.sharedStrings) {
    throw new WorkbookError(`it unpacks to ${Math.round(total / 1e6)} MB, which is more than is read`);
  }
}

/** The part that lists the sheets, as the package says; its usual place where the package does not say. */
async function mainPart(archive: Archive): Promise<string> {
  const links = archive.has('_rels/.rels') ? await readLinks(archive, '_rels/.rels', '') : new Map<string, Link>();
  const main = [...links.values()].find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  if (!archive.has(main) || !main.endsWith('.xml')) throw new WorkbookError('it holds no sheets in the format .xlsx');
  return main;
}

interface Link {
  readonly type: string;
  readonly part: string;
}

async function readLinks(archive: Archive, part: string, folder: string): Promise<Map<string, Link>> {
  const links = new Map<string, Link>();
  if (!archive.has(part)) return links;
  await readXml(archive, part, {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External') return;
      const path = Target.startsWith('/') ? Target.slice(1) : new URL(Target, `file:///${folder}`).pathname.slice(1);
      links.set(Id, { type: (Type ?? '').split('/').at(-1) ?? '', part: decodeURI(path) });
    },
  });
  return links;
}

function linkOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

/** The built-in number formats that show a day (ECMA-376 part 1, 18.8.30). */
const dateFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

async function readStyles(archive: Archive, part: string): Promise<boolean[]> {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  await readXml(archive, part, {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes.numFmtId), showsDay(attributes.formatCode ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const format = Number(attributes.numFmtId ?? 0);
      styles.push(own.get(format) ?? dateFormats.has(format));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/**
 * Whether a number format shows a day or a year: what is quoted, escaped or in brackets says nothing.
 *
 * @example showsDay('[$-809]dd mmmm yyyy') // true
 * @example showsDay('0.00 "days"') // false
 */
export function showsDay(format: string): boolean {
  const plain = format.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return /[dy]/i.test(plain) && !/general/i.test(plain);
}

async function readTexts(archive: Archive, part: string): Promise<string[]> {
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  await readXml(archive, part, {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic++;
      inText = name === 't' && phonetic === 0;
    },
    close(name) {
      if (name === 'si') texts.push(plainText(text));
      if (name === 'rPh') phonetic--;
      inText = false;
    },
    text(piece) {
      if (inText) text += piece;
    },
  });
  return texts;
}
