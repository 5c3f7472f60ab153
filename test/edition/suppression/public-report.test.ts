import { expect, test } from 'vitest';
import { cellText, type Document, type ReportInput, type Section } from '../../../src/document/index.ts';
import { publicDocument, publicReport } from '../../../src/edition/suppression/index.ts';
import { plainText } from '../../../src/narrative/index.ts';
import { inputOf, withParts } from '../../document/words-double.ts';

/** The coast has three of forty in May, the county four of ninety in April; all else is nothing, or large. */
const given = (report: object = {}): ReportInput =>
  inputOf({
    indicators: { visits: { title: 'Visits', basis: 'month' } },
    figures: {
      visits: { '2026-03': [50, 90], '2026-04': [4, 90], '2026-05': [43, 90] },
      'visits@A1': { '2026-04': [0, 40], '2026-05': [3, 40] },
      'visits@A2': { '2026-04': [4, 50], '2026-05': [40, 50] },
    },
    report: {
      ...withParts(
        { part: 'units', level: 'area', show: ['best', 'hotspots', 'table'] },
        { part: 'chart', chart: 'trend', last: 3 },
        { part: 'chart', chart: 'bars', level: 'area' },
        { part: 'narrative', level: 'area' },
        {
          part: 'text',
          paragraphs: ['Of all visits {value:visits} were made. There are {numerator:visits@2026-04} in April.'],
        },
      ),
      ...report,
    },
  });

const sectionsOf = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...sectionsOf(section.sections)]);

const blocksOf = ({ sections }: Document) => sectionsOf(sections).flatMap(({ blocks }) => blocks);

const paragraphsOf = (document: Document): string[] =>
  blocksOf(document).flatMap((block) => (block.kind === 'paragraph' ? [plainText(block.text)] : []));

const rowsOf = (document: Document): string[][] =>
  blocksOf(document).flatMap((block) =>
    block.kind === 'table'
      ? block.groups.flatMap(({ rows }) => rows.map(({ cells }) => cells.slice(0, 4).map(cellText)))
      : [],
  );

test('a public report has the small figure, and the one it could be had from, nowhere', () => {
  const { document, suppressed, already } = publicReport(given());
  expect(already).toEqual([]);
  expect([...suppressed.keys()]).toContain('visits|A1|2026-05|value');
  const rows = rowsOf(document);
  expect(rows.find(([name]) => name === 'Coast')).toEqual(['Coast', 'Suppressed', '40', 'Suppressed']);
  expect(rows.find(([name]) => name === 'Hills')).toEqual(['Hills', 'Suppressed', '50', 'Suppressed']);
  expect(rows.find(([name]) => name === 'County')).toEqual(['County', '43', '90', '47.8%']);
  const chart = blocksOf(document).find((block) => block.kind === 'figure');
  expect(chart?.kind === 'figure' && chart.chart.kind === 'trend' ? chart.chart.main : null).toMatchObject({
    values: [(100 * 50) / 90, null, (100 * 43) / 90],
    missing: [null, 'suppressed', null],
  });
  // The sentence with April's number is left out, the one before it is not.
  expect(paragraphsOf(document)).toEqual([
    'Visits: there is no figure by area for May 2026.',
    'Of all visits 47.8% were made. ',
  ]);
  expect(JSON.stringify(document)).not.toMatch(/7\.5%|80\.0%|4\.4%|"value":(3|4|7\.5|80)[,}]/);
});

test('what a report holds back has its reason in its place, and is in no chart', () => {
  const { document } = publicReport(given({ 'held-back': [{ levels: ['area'], reason: 'they are being checked' }] }));
  const coast = rowsOf(document).find(([name]) => name === 'Coast');
  expect(coast).toEqual([
    'Coast',
    'Held back: they are being checked',
    'Held back: they are being checked',
    'Held back: they are being checked',
  ]);
  expect(rowsOf(document).find(([name]) => name === 'County')).toEqual(['County', '43', '90', '47.8%']);
  expect(JSON.stringify(document)).not.toMatch(/7\.5%|80\.0%/);
});

test('a document loses what it is told to, sentence by sentence; done twice is as done once', () => {
  const { document } = publicReport(given());
  const notShown = ({ month, part }: { month: string; part: string }) =>
    month === '2026-05' && part === 'value' ? 'Suppressed' : null;
  const once = publicDocument(document, notShown);
  expect(paragraphsOf(once)).toEqual(['Visits: there is no figure by area for May 2026.']);
  expect(rowsOf(once).find(([name]) => name === 'County')).toEqual(['County', '43', '90', 'Suppressed']);
  expect(publicDocument(once, notShown)).toEqual(once);
});

test('the next month holds what this one suppressed', () => {
  const first = publicReport(given());
  const again = publicReport(given(), [{ ...first.together, name: 'edition 1' }]);
  expect([...again.suppressed.keys()].toSorted()).toEqual([...first.suppressed.keys()].toSorted());
  expect(again.document).toEqual(first.document);
});
