import fc from 'fast-check';
import { unzipSync } from 'fflate';
import readXlsx from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { type Cell, cellText, type Document, type Table } from '../../src/document/index.ts';
import { text } from '../../src/narrative/index.ts';
import { xlsxReport } from '../../src/output/xlsx/index.ts';
import { formulaNames, sheetNames } from '../../src/output/xlsx/names.ts';
import { halfUp, numberFormat } from '../../src/output/xlsx/number-format.ts';
import { anyDocument } from './documents/any-document.ts';
import { sample, table } from './documents/sample.ts';

type Value = string | number | boolean | Date | null;

interface Read {
  readonly sheet: string;
  readonly data: readonly (readonly Value[])[];
}

const read = async (bytes: Uint8Array): Promise<Read[]> => (await readXlsx(Buffer.from(bytes))) as unknown as Read[];

/** What is read of words written so that Excel takes them as they are. */
const decoded = (value: Value): Value => (typeof value === 'string' ? value.replaceAll('_x005F_', '_') : value);

const part = (bytes: Uint8Array, path: string): string => new TextDecoder().decode(unzipSync(bytes)[path]);

const documentOf = (blocks: Document['sections'][number]['blocks']): Document => ({
  ...sample,
  sections: [{ id: 's', number: null, title: 'Only', newPage: false, blocks, sections: [] }],
});

const tableOf = (cells: readonly Cell[]): Table => ({
  kind: 'table',
  id: 't',
  caption: 'One row',
  columns: cells.map((_, index) => ({ id: `c${index}`, label: `Column ${index}`, kind: 'text', heads: index === 0 })),
  spanners: [],
  groups: [{ title: null, rows: [{ cells }] }],
  notes: [],
});

describe('a report as a workbook', () => {
  it('holds every cell of a table: figures as numbers, the rest as words', async () => {
    const sheets = await read(await xlsxReport(sample));
    const { data } = sheets.find(({ sheet }) => sheet.includes('Scorecard')) as Read;
    const flat = data.flat().map(decoded);
    const header = data.findIndex((row) => row[1] === 'Indicator');
    expect(data[header]?.slice(0, 8)).toEqual(table.columns.map(({ label }) => label));
    for (const row of table.groups.flatMap(({ rows }) => rows)) {
      for (const cell of row.cells) {
        if (cell.kind !== 'number') expect(flat.some((value) => String(value).startsWith(cellText(cell)))).toBe(true);
        else expect(flat).toContain(cell.suffix === '%' ? Number((cell.value / 100).toPrecision(15)) : cell.value);
      }
    }
    expect(flat).toContain('[a] Assessments of unborn children are in it from April 2026.');
  });

  it('is the same bytes for the same document', async () => {
    expect(Buffer.compare(Buffer.from(await xlsxReport(sample)), Buffer.from(await xlsxReport(sample)))).toBe(0);
  });

  it('says what it is in its properties, its sheets and the names of its tables', async () => {
    const bytes = await xlsxReport(sample);
    expect(part(bytes, 'docProps/core.xml')).toContain(`<dc:title>${sample.title}</dc:title>`);
    expect(part(bytes, 'docProps/core.xml')).toContain('<dc:language>en-GB</dc:language>');
    const workbook = part(bytes, 'xl/workbook.xml');
    expect(workbook).toMatch(/<definedName name="scorecard"[^>]*>'2 Scorecard'!\$A\$\d+:\$H\$\d+</);
    expect(workbook).toContain('_xlnm.Print_Titles');
    const [front] = await read(bytes);
    expect(front?.data.flat()).toContain('scorecard');
    expect(front?.data.flat()).toContain(sample.synthetic);
  });

  it('reads back whatever the words are', async () => {
    const words = fc.oneof(
      fc.constantFrom(
        '=1+1',
        '+44',
        '-x',
        '@SUM(A1)',
        '_x0041_',
        'a\u0000b\u000b',
        '\ud800',
        '😀 שלום',
        'constructor',
        ' x ',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 6 }), async (said) => {
        const cells = said.map((one): Cell => ({ kind: 'text', text: text(`|${one}|`) }));
        const bytes = await xlsxReport(documentOf([tableOf([{ kind: 'text', text: text('head') }, ...cells])]));
        const sheet = part(bytes, 'xl/worksheets/sheet2.xml');
        expect(sheet).not.toContain('<f');
        const legal = (one: string) =>
          // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
          one.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd').toWellFormed();
        const row = (await read(bytes))[1]?.data.find((values) => values[0] === 'head');
        expect(row?.slice(1, said.length + 1).map((value) => String(decoded(value)).replace(/\r\n?/g, '\n'))).toEqual(
          said.map((one) => legal(`|${one}|`).replaceAll('_x005F_', '_').replace(/\r\n?/g, '\n')),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('keeps words that begin like a formula as words, also when a person edits them', async () => {
    const bytes = await xlsxReport(documentOf([tableOf([{ kind: 'text', text: text('=cmd|calc') }])]));
    const style = /s="(\d+)" t="inlineStr"><is><t xml:space="preserve">=cmd/.exec(
      part(bytes, 'xl/worksheets/sheet2.xml'),
    )?.[1];
    const looks =
      part(bytes, 'xl/styles.xml')
        .match(/<cellXfs.*<\/cellXfs>/)?.[0]
        .match(/<xf /g)?.length ?? 0;
    const look = part(bytes, 'xl/styles.xml').split('<cellXfs')[1]?.split('<xf ')[Number(style) + 1];
    expect(Number(style)).toBeLessThan(looks);
    expect(look).toContain('quotePrefix="1"');
  });

  it('cuts words that no cell can hold, and says so', async () => {
    const bytes = await xlsxReport(documentOf([tableOf([{ kind: 'text', text: text('x'.repeat(40_000)) }])]));
    const cell = (await read(bytes))[1]?.data.flat().find((value) => String(value).startsWith('xxx'));
    expect(String(cell)).toHaveLength(32_767);
    expect(String(cell)).toMatch(/cut short/);
  });

  it('is made of any document', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        const sheets = await read(await xlsxReport(document));
        expect(new Set(sheets.map(({ sheet }) => sheet.toLowerCase())).size).toBe(sheets.length);
      }),
      { numRuns: 25 },
    );
  });
});

describe('the format of a number', () => {
  it('shows what is printed', () => {
    expect(numberFormat(86.857142, '86.9%')).toEqual({ value: 0.86857142, code: '0.0%' });
    expect(numberFormat(1204, '1,204')).toEqual({ value: 1204, code: '#,##0' });
    expect(numberFormat(21.5, '22 days', ' [a] (few)')).toEqual({ value: 21.5, code: '0" days"" [a] (few)"' });
    expect(numberFormat(-3.25, '−3.3')?.code).toBe('"+"0.0;"−"0.0;0.0');
    expect(numberFormat(5, 'fewer than 6')).toBeNull();
    expect(numberFormat(86.857142, '86.8%')).toBeNull();
  });

  it('rounds half up in the decimals that are seen', () => {
    expect(halfUp(2.675, 2)).toBe('2.68');
    expect(halfUp(0.5, 0)).toBe('1');
    expect(halfUp(-2.5, 0)).toBe('-3');
    expect(halfUp(-0.04, 1)).toBe('0.0');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 4 }), (whole, decimals) => {
        expect(halfUp(whole / 10 ** decimals, decimals)).toBe((whole / 10 ** decimals).toFixed(decimals));
        expect(halfUp(whole + 0.5, 0)).toBe(String(whole + 1));
      }),
    );
  });
});

it('names sheets as Excel allows, each once', () => {
  const titles = fc.array(
    fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('History', "'", 'A/B: c?', '')),
  );
  fc.assert(
    fc.property(titles, (given) => {
      const names = sheetNames(given);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(given.length);
      for (const name of names) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[[\]/\\:*?]|^'|'$|^history$/i);
        expect(name.isWellFormed()).toBe(true);
      }
    }),
  );
});

it('gives tables names that a formula cannot take for a cell', () => {
  expect(formulaNames(['score-card', 'KPI1', 'r1c1', 'r', '2nd', 'Score_card', 'true'])).toEqual([
    'score_card',
    '_KPI1',
    '_r1c1',
    '_r',
    '_2nd',
    'Score_card_2',
    '_true',
  ]);
  const long = 'children-looked-after-in-the-same-placement-for-two-years-or-more-numbers';
  expect(formulaNames([long, `${long}-2`])).toEqual([
    'children_looked_after_in_the_same_placement_for_two_years',
    'children_looked_after_in_the_same_placement_for_two_years_2',
  ]);
});
