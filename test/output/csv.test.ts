import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { csvText } from '../../src/output/csv/csv-text.ts';
import { csvReport, zipReport } from '../../src/output/csv/index.ts';
import { anyDocument } from './documents/any-document.ts';
import { sample, table } from './documents/sample.ts';

const rowsOf = (words: string): string[][] => parse(words, { bom: true, relax_column_count: true });

it('reads back as it was written, and no words begin a formula', () => {
  const word = fc.oneof(
    fc.constantFrom('=1', '+x', '-y', '@z', '-4.2', '\tx', '"', 'a,b', 'é', ''),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const read = rowsOf(csvText(rows));
      expect(read.map((cells) => cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')))).toEqual(
        rows.map((cells) =>
          cells.map((cell) =>
            new TextDecoder().decode(new TextEncoder().encode(cell)).replace(/^'(?=[=+\-@\t\r])/, ''),
          ),
        ),
      );
      for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d+(\.\d+)?([eE][+-]?\d+)?$)/);
    }),
  );
});

it('gives a table with its groups, its figures unrounded and what is remarked of them', async () => {
  const only = {
    ...sample,
    sections: [{ id: 's', number: null, title: 'One', newPage: false, blocks: [table], sections: [] }],
  };
  const rows = rowsOf(new TextDecoder().decode(await csvReport(only)));
  expect(rows[0]).toEqual(
    'group number title title-remark value-before value value-remark target status direction trend'.split(' '),
  );
  expect(rows[1]?.slice(0, 6)).toEqual([
    'Assessment',
    '1',
    'Assessments completed within 45 working days',
    'note a',
    '85.2',
    '86.9',
  ]);
  expect(rows[2]?.slice(4, 9)).toEqual(['24.1', '25.4', 'few', '22', 'Close to target, set by a person']);
  expect(rows[4]?.slice(7, 9)).toEqual([
    'No target is set for a count of children',
    'No target is set for a count of children',
  ]);
});

it('gives several tables as an archive that describes itself, and the call for one file is told so', async () => {
  await expect(csvReport(sample)).rejects.toThrow(/has \d tables and a \.csv file holds one; .*\.zip/);
  await expect(csvReport({ ...sample, sections: [] })).rejects.toThrow('no table');
  const files = unzipSync(await zipReport(sample));
  const listed = rowsOf(new TextDecoder().decode(files['tables.csv'])).slice(1);
  for (const [file = '', , , rows] of listed) {
    const read = rowsOf(new TextDecoder().decode(files[file]));
    expect(read.length - 1).toBe(Number(rows));
  }
  expect(
    Object.keys(files)
      .filter((path) => path.startsWith('tables/'))
      .sort(),
  ).toEqual(listed.map(([file]) => file).sort());
  expect(rowsOf(new TextDecoder().decode(files['columns.csv']))).toContainEqual([
    'tables/scorecard.csv',
    'value',
    'Year to date: Oct 2026',
    'number',
  ]);
});

it('is made of any document, the same bytes each time', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, async (document) => {
      expect(Buffer.compare(Buffer.from(await zipReport(document)), Buffer.from(await zipReport(document)))).toBe(0);
    }),
    { numRuns: 15 },
  );
});
