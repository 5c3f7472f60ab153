import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import { cellText, type Document, type Section } from '../../src/document/index.ts';
import { plainText } from '../../src/narrative/index.ts';
import { htmlPage } from '../../src/output/html/index.ts';
import { ReportBody } from '../../src/output/index.ts';
import { anyDocument, nasty, nastyDocument } from './documents/any-document.ts';
import { sample } from './documents/sample.ts';

/** One tag a line, and of charts, which have golden pictures of their own, the words alone. */
const lines = (page: string): string =>
  page
    .replaceAll(/(<desc[^>]*>[^<]*<\/desc>).*?<\/svg>/g, '$1</svg>')
    .replaceAll(/(<(?!\/))/g, '\n$1')
    .trim();

it('makes of one block of each kind the page that was looked at', async () => {
  await expect(lines(htmlPage(sample, ''))).toMatchFileSnapshot('golden/report.txt');
});

interface Read {
  readonly ids: readonly string[];
  readonly links: readonly string[];
  readonly labels: readonly string[];
  readonly headings: readonly number[];
  readonly text: string;
}

/** Reads markup strictly: an element left open or a text that became an element is an error. */
function read(markup: string): Read {
  const parser = new SaxesParser();
  const ids: string[] = [];
  const links: string[] = [];
  const labels: string[] = [];
  const headings: number[] = [];
  let text = '';
  parser.on('opentag', ({ name, attributes }) => {
    expect(name).not.toBe('script');
    if (attributes.id !== undefined) ids.push(attributes.id);
    if (attributes.href?.startsWith('#')) links.push(attributes.href.slice(1));
    for (const attribute of ['aria-labelledby', 'aria-describedby'])
      if (attributes[attribute] !== undefined) labels.push(...attributes[attribute].split(' '));
    if (/^h[1-6]$/.test(name)) headings.push(Number(name[1]));
  });
  parser.on('text', (words) => {
    text += words;
  });
  parser.write(markup).close();
  return { ids, links, labels, headings, text };
}

/** The texts of a document that must be there to read. */
function textsOf(document: Document): string[] {
  const ofSection = ({ title, blocks, sections }: Section, isFront: boolean): string[] => [
    ...(isFront ? [] : [title]),
    ...blocks.flatMap((block): string[] => {
      switch (block.kind) {
        case 'cover':
          return [...block.above, block.title, ...block.below];
        case 'paragraph':
          return [plainText(block.text)];
        case 'list':
          return block.items.map(plainText);
        case 'facts':
          return [block.label, ...block.items.flatMap(({ term, value }) => [term, plainText(value)])];
        case 'notice':
          return [block.title, ...block.text.map(plainText)];
        case 'commentary':
          return [block.heading, ...block.paragraphs.map(plainText)];
        case 'table': {
          const cells = block.groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
          const words = cells.map((cell) => cellText({ ...cell, remark: undefined }).replace(/, set by a person$/, ''));
          return [
            block.caption,
            ...block.columns.map(({ label }) => label),
            ...words,
            ...block.notes.map(({ text }) => text),
          ];
        }
        default:
          return [];
      }
    }),
    ...sections.flatMap((inner) => ofSection(inner, false)),
  ];
  const [first] = document.sections;
  return document.sections.flatMap((section) =>
    ofSection(section, section === first && first.blocks[0]?.kind === 'cover'),
  );
}

it('shows every text of any document as text, under headings without gaps, with ids of its own', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const { ids, labels, headings, text } = read(renderToString(<ReportBody document={document} />));
      for (const words of textsOf(document)) expect(text).toContain(words);
      expect(new Set(ids).size).toBe(ids.length);
      for (const label of labels) expect(ids).toContain(label);
      expect(headings.filter((level) => level === 1)).toHaveLength(1);
      expect(headings[0]).toBe(1);
      for (const [at, level] of headings.entries()) expect(level).toBeLessThanOrEqual((headings[at - 1] ?? 0) + 1);
    }),
    { numRuns: 60 },
  );
});

it('takes no text for markup, in the title of the file neither', () => {
  for (const said of nasty) {
    const page = htmlPage({ ...nastyDocument([said]), title: said, organisation: said, subject: said }, 'p{}');
    expect(read(page.slice('<!DOCTYPE html>'.length)).text.split(said).length).toBeGreaterThan(5);
  }
});

it('leads the contents to sections that are there', () => {
  const { links, ids } = read(renderToString(<ReportBody document={sample} />));
  expect(links).toEqual(expect.arrayContaining(['summary', 'scorecard-section', 'indicators', 'assessments']));
  for (const link of links) expect(ids).toContain(link);
});
