import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellText, type Document } from '../../src/document/index.ts';
import { pdfReport } from '../../src/output/pdf/index.ts';
import { isThere } from '../needed.ts';
import { anyDocument, nasty, nastyDocument } from './documents/any-document.ts';
import { sample, table } from './documents/sample.ts';

const run = promisify(execFile);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outturn-pdf-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What a tool of Poppler says of a PDF. */
async function told(tool: string, bytes: Uint8Array, ...options: string[]): Promise<string> {
  const file = join(folder, 'report.pdf');
  await writeFile(file, bytes);
  const last = tool === 'pdftotext' ? ['-'] : [];
  return (await run(tool, [...options, file, ...last], { maxBuffer: 1e8 })).stdout;
}

/** Words without the spaces and line ends that a page puts into them. */
const letters = (words: string): string => words.replace(/[\s\u200B\u00AD]+/g, '');

it('is the same bytes for the same document, dated by its figures', async () => {
  const [one, other] = [await pdfReport(sample), await pdfReport(sample)];
  expect(Buffer.compare(Buffer.from(one), Buffer.from(other))).toBe(0);
  expect(Buffer.from(one).toString('latin1')).toContain('D:20261031');
});

it('is made of any document by the rules of PDF/UA-1, letters that no font has included', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, async (document) => {
      expect(
        Buffer.from(await pdfReport(document))
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
    }),
    { numRuns: 12 },
  );
});

const hasPoppler = isThere(
  'Poppler',
  await run('pdftotext', ['-v']).then(
    () => true,
    () => false,
  ),
  'PDFs are NOT read back (sh bin/poppler installs it)',
);

describe.skipIf(!hasPoppler)('read with Poppler', () => {
  it('holds the words of every cell, of every caption and of each page', async () => {
    const pdf = await pdfReport(sample);
    const read = letters(await told('pdftotext', pdf, '-raw'));
    const [, pages = ''] = /Pages:\s+(\d+)/.exec(await told('pdfinfo', pdf)) ?? [];
    const cells = table.groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    const shown = cells.filter(({ kind }) => kind !== 'spark');
    for (const cell of shown) {
      const words = cellText({ ...cell, remark: undefined }).replace(', set by', ' set by');
      expect(read).toContain(letters(words));
    }
    const numbered = Array.from({ length: Number(pages) }, (_, index) => `Page ${index + 1} of ${pages}`);
    for (const words of ['Year to date', 'Planning', table.caption, 'few', sample.synthetic ?? '', ...numbered])
      expect(read).toContain(letters(words));
  });

  it('takes no text for markup', async () => {
    const read = letters(await told('pdftotext', await pdfReport(nastyDocument(nasty)), '-raw'));
    for (const words of nasty) expect(read.split(letters(words)).length, words).toBeGreaterThan(5);
  });

  it('has headings, tables with headers, and pictures with their reading in its structure', async () => {
    const pdf = await pdfReport(sample);
    const structure = await told('pdfinfo', pdf, '-struct');
    for (const element of ['H1', 'H2', 'H3', 'TOC', 'Table', 'Caption', 'THead', 'TH', 'TD', 'L ', 'Figure'])
      expect(structure).toContain(`  ${element}`);
    const pictures = structure.match(/^ *Figure/gm) ?? [];
    expect(pictures).toHaveLength(1 + table.groups.flatMap(({ rows }) => rows).length);
    const info = await told('pdfinfo', pdf);
    expect(info).toContain('Tagged:          yes');
    expect(info).toMatch(new RegExp(`Title: +${sample.title}, October 2026`));
    const fonts = (await told('pdffonts', pdf)).trim().split('\n').slice(2);
    for (const font of fonts) expect(font).toMatch(/SourceSans3.* yes yes yes /);
  });

  it('keeps rows whole, repeats the headings of columns and groups, and cuts no column of a wide table', async () => {
    const [, title] = table.columns;
    const quarters = Array.from({ length: 14 }, (_, at) => ({
      id: `q${at}`,
      label: `Q${at + 1}`,
      kind: 'number' as const,
    }));
    const cells = quarters.map(({ id }, at) => ({
      ...{ kind: 'number' as const, value: at, decimals: 0, suffix: '' as const, of: null },
      text: `${id}-1,234`,
    }));
    const rows = Array.from({ length: 60 }, (_, at) => ({
      cells: [
        { kind: 'text' as const, text: [{ kind: 'text' as const, text: `Row ${at} of words that are long enough` }] },
        ...cells,
      ],
    }));
    const long: Document = {
      ...sample,
      orientation: 'portrait',
      sections: [
        {
          ...{ id: 'long', number: null, title: 'Long', newPage: false, sections: [] },
          blocks: [
            {
              ...{ ...table, spanners: [], columns: [...(title ? [title] : []), ...quarters] },
              groups: [{ title: 'Group of all', rows }],
            },
          ],
        },
      ],
    };
    const pdf = await pdfReport(long);
    const pages = (await told('pdftotext', pdf, '-layout')).split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      expect(page).toContain('Group of all');
      expect(page).toMatch(/Indicator +Q1 .*Q14/);
    }
    // A word that crosses the margin has an x beyond it.
    const boxes = await told('pdftotext', pdf, '-bbox');
    const right = [...boxes.matchAll(/xMax="([\d.]+)"/g)].map(([, x]) => Number(x));
    expect(Math.max(...right)).toBeLessThanOrEqual(595.276 - 40);
    expect(letters(pages.join(''))).toContain('q13-1,234');
  });
});
