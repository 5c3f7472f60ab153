import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { cellText, type Document, type Section } from '../../src/document/index.ts';
import { plainText } from '../../src/narrative/index.ts';
import { docxReport } from '../../src/output/docx/index.ts';
import { anyDocument } from './documents/any-document.ts';
import { sample, table } from './documents/sample.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const part = (bytes: Uint8Array, path: string): string => new TextDecoder().decode(unzipSync(bytes)[path]);

/** A part as a tree; fails where it is not well formed. */
function tree(words: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(words).close();
  return root;
}

const all = (element: Element, name: string): Element[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => all(child, name)),
];

const said = (element: Element): string =>
  all(element, 'w:t')
    .map(({ text }) => text)
    .join('');

const styleOf = (paragraph: Element): string | undefined => all(paragraph, 'w:pStyle')[0]?.attributes['w:val'];

const body = async (document: Document): Promise<Element> =>
  tree(part(await docxReport(document), 'word/document.xml'));

/** Words without the spaces that lines break at. */
const letters = (words: string): string => words.replace(/\s+/g, '');

const sectionsOf = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...sectionsOf(section.sections)]);

describe('a report for Word', () => {
  it('has its title, its headings by their depth and its captions in styles', async () => {
    const paragraphs = all(await body(sample), 'w:p').map((one): [string | undefined, string] => [
      styleOf(one),
      said(one),
    ]);
    expect(paragraphs).toContainEqual(['Title', sample.title]);
    expect(paragraphs.filter(([style]) => style?.startsWith('Heading'))).toEqual([
      ['Heading1', '1 Summary'],
      ['Heading1', '2 Scorecard'],
      ['Heading1', '3 Indicators'],
      ['Heading2', '3.1 Assessments completed within 45 working days'],
    ]);
    expect(paragraphs).toContainEqual(['Caption', table.caption]);
    const styles = tree(part(await docxReport(sample), 'word/styles.xml'));
    const known = all(styles, 'w:style').map(({ attributes }) => attributes['w:styleId']);
    for (const [style] of paragraphs) if (style !== undefined) expect(known).toContain(style);
  });

  it('lists its contents with pages already', async () => {
    const entries = all(await body(sample), 'w:p').filter(
      (one) => styleOf(one)?.startsWith('TOC') && said(one) !== 'Contents',
    );
    expect(entries.map(said).map((words) => words.replace(/\d+$/, ''))).toEqual([
      '1 Summary',
      '2 Scorecard',
      '3 Indicators',
      '3.1 Assessments completed within 45 working days',
    ]);
    for (const entry of entries) expect(said(entry)).toMatch(/\D\d+$/);
  });

  it('repeats the headers of a table, cuts no row, and holds every cell', async () => {
    const found = all(await body(sample), 'w:tbl').find((one) => said(one).includes('Sep 2026'));
    const rows = all(found as Element, 'w:tr');
    const headers = rows.map((row) => all(row, 'w:tblHeader').length === 1);
    expect(headers).toEqual([true, true, false, false, false, false, false, false]);
    for (const row of rows) expect(all(row, 'w:cantSplit')).toHaveLength(1);
    const cells = rows.map((row) => all(row, 'w:tc').map(said));
    expect(cells[3]).toEqual(
      table.groups[0]?.rows[0]?.cells.map((cell) => {
        const shape = cell.kind === 'status' ? '● ' : '';
        return `${shape}${cellText(cell)}${cell.notes === undefined ? '' : ` ${cell.notes.join(', ')}`}`;
      }),
    );
    const spans = rows.map((row) =>
      all(row, 'w:tc').reduce((sum, cell) => sum + Number(all(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1), 0),
    );
    expect(new Set(spans)).toEqual(new Set([table.columns.length]));
  });

  it('turns the paper, numbers the pages, and says on each that the data are made up', async () => {
    const bytes = await docxReport(sample);
    const sizes = all(tree(part(bytes, 'word/document.xml')), 'w:pgSz').map(({ attributes }) => attributes['w:orient']);
    expect(sizes).toEqual(['portrait', 'landscape', 'portrait']);
    const parts = Object.keys(unzipSync(bytes));
    for (const path of parts.filter((one) => /footer\d+\.xml$/.test(one))) {
      expect(part(bytes, path)).toContain(sample.synthetic);
      expect(part(bytes, path)).toContain('NUMPAGES');
    }
    expect(part(bytes, 'docProps/core.xml')).toContain(`<dc:title>${sample.title}</dc:title>`);
    expect(part(bytes, 'docProps/core.xml')).toContain('<dc:language>en-GB</dc:language>');
    expect(part(bytes, 'word/styles.xml')).toContain('w:val="en-GB"');
  });

  it('gives each chart its reading as its alternative text, and its figures', async () => {
    const bytes = await docxReport(sample);
    const pictures = all(tree(part(bytes, 'word/document.xml')), 'wp:docPr');
    const charts = Object.keys(unzipSync(bytes)).filter((path) => /word\/charts\/chart\d+\.xml$/.test(path));
    expect(charts.length).toBeGreaterThan(0);
    expect(pictures).toHaveLength(charts.length);
    for (const { attributes } of pictures) expect(attributes.descr?.length).toBeGreaterThan(20);
  });

  it('is the same bytes for the same document', async () => {
    const [one, other] = [await docxReport(sample), await docxReport(sample)];
    expect(Buffer.compare(Buffer.from(one), Buffer.from(other))).toBe(0);
  });

  it('is well formed of any document and leaves no words out', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        const words = letters(said(await body(document)));
        for (const { title, blocks } of sectionsOf(document.sections)) {
          if (!blocks.some(({ kind }) => kind === 'cover')) expect(words).toContain(letters(title));
          for (const block of blocks) {
            if (block.kind === 'paragraph') expect(words).toContain(letters(plainText(block.text)));
            if (block.kind !== 'table') continue;
            for (const cell of block.groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))) {
              const { remark: _, ...own } = cell;
              expect(words).toContain(letters(cellText(own as typeof cell)));
            }
          }
        }
      }),
      { numRuns: 8 },
    );
  });

  it('holds words that no XML may hold by their replacement', async () => {
    const nasty = { ...sample, title: 'A\u0000B\ud800C', sections: [] };
    expect(said(await body(nasty))).toContain('A\ufffdB\ufffdC');
  });
});
