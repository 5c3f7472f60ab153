import { readFile, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LoadError } from '../../../src/intake/index.ts';
import { dayOf } from '../../../src/intake/workbook/cell.ts';
import { showsDay } from '../../../src/intake/workbook/structure.ts';
import { allFindings, deliver, loadWith, query, scratch } from '../delivery.ts';
import { type Cell, dayCell, workbookParts, writeParts, writeWorkbook } from './workbook.ts';

const folder = scratch();
let runs = 0;

async function loadSheet(rows: readonly (readonly Cell[])[]) {
  const name = `${folder}/${runs++}`;
  await deliver(name, {});
  const source = await writeWorkbook(`${name}/visits.xlsx`, { ssd_cin_visits: rows });
  await loadWith({ data: `${name}-data`, sources: [source], asAt: '2026-10-31' });
  return {
    rows: await query(
      `${name}-data`,
      'select cinv_cin_visit_id, cinv_person_id, cinv_cin_visit_date::varchar from {ssd_cin_visits}',
    ),
    findings: (await allFindings(`${name}-data`)).map(({ code, file, row, column, value }) => [
      code,
      file,
      row,
      column,
      value,
    ]),
  };
}

const header = ['cinv_cin_visit_id', 'cinv_person_id', 'cinv_cin_visit_date'];
const file = 'visits.xlsx › ssd_cin_visits';

test('titles above, totals and remarks below, and rows that hold nothing leave the rows of the sheet where they were', async () => {
  const { rows, findings } = await loadSheet([
    ['Visits to children in need', null],
    [],
    [...header, 'mood'],
    [1, 'A', dayCell(45296)],
    [],
    ['2', 'B, "C"\nD', 'soon'],
    ['Total', null, 2],
    [],
    ['3', 'E', '05/01/2024'],
  ]);
  expect(rows).toEqual([
    ['1', 'A', '2024-01-05'],
    ['2', 'B, "C" D', null],
    ['3', 'E', '2024-01-05'],
  ]);
  expect(findings).toEqual([
    ['title-rows', file, 1, null, null],
    ['column-unknown', file, 3, 'mood', null],
    ['date-unreadable', file, 6, 'cinv_cin_visit_date', 'soon'],
    ['row-total', file, 7, null, null],
  ]);
});

test('cells of every form become what they show', async () => {
  const { rows, findings } = await loadSheet([
    header,
    [{ xml: '<c><v>1.0</v></c>' }, { xml: '<c t="s"><v>99</v></c>' }, { xml: '<c t="e"><v>#N/A</v></c>' }],
    [{ xml: '<c><v>1.1000000000000001</v></c>' }, { xml: '<c t="str"><f>A1</f><v>x</v></c>' }, 45296],
    [{ xml: '<c><v>9007199254740993</v></c>' }, true, { xml: '<c t="d"><v>2024-01-05T00:00:00</v></c>' }],
    [
      '4',
      { xml: '<c t="e"><v>#REF!</v></c>' },
      { xml: '<c t="inlineStr"><is><r><t>2024</t></r><r><t>-01-05</t></r><rPh><t>x</t></rPh></is></c>' },
    ],
    ['5', '_x0041_b', dayCell(45296.604)],
  ]);
  expect(rows).toEqual([
    ['1', null, null],
    ['1.1', 'x', '2024-01-05'],
    ['9007199254740993', 'true', '2024-01-05'],
    ['4', null, '2024-01-05'],
    ['5', 'Ab', '2024-01-05'],
  ]);
  expect(findings).toEqual([
    ['cell-error', file, 2, 'cinv_person_id', 'a text that is not in the workbook'],
    ['date-serial', file, 3, 'cinv_cin_visit_date', '45296'],
    ['cell-error', file, 5, 'cinv_person_id', '#REF!'],
  ]);
});

test('cells without a heading are said, not read', async () => {
  const { rows, findings } = await loadSheet([
    [...header, null],
    ['1', 'A', '2024-01-05', 'why?'],
  ]);
  expect(rows).toEqual([['1', 'A', '2024-01-05']]);
  expect(findings).toEqual([['cells-without-heading', file, 2, null, null]]);
});

test('days are counted as spreadsheets count them', () => {
  expect(dayOf(1, false)).toBe('1900-01-01');
  expect(dayOf(59, false)).toBe('1900-02-28');
  expect(dayOf(61, false)).toBe('1900-03-01');
  expect(dayOf(45351, false)).toBe('2024-02-29');
  expect(dayOf(43889, true)).toBe('2024-02-29');
  expect(dayOf(2_958_466, false)).toBe('2958466');
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 60_000 }), (serial) => {
      expect(dayOf(serial, false)).toBe(new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10));
    }),
  );
});

test('a number format shows a day or it does not', () => {
  for (const format of ['dd/mm/yyyy', '[$-809]d mmm yy;@', 'yyyy\\-mm\\-dd', 'mmm-yy'])
    expect(showsDay(format)).toBe(true);
  for (const format of ['0.00', '0 "days"', '[Red]0', 'General', '[h]:mm:ss', '#,##0_);(#,##0)'])
    expect(showsDay(format)).toBe(false);
});

/** Declares another size of the first sheet, unpacked, in the directory of a workbook. */
async function declare(path: string, bytes: number): Promise<string> {
  const file = await readFile(await writeWorkbook(path, { a: [['x']] }));
  const name = file.lastIndexOf('xl/worksheets/0.xml');
  file.writeUInt32LE(bytes, name - 46 + 24);
  await writeFile(path, file);
  return path;
}

async function write(path: string, content: string | Buffer): Promise<string> {
  await writeFile(path, content);
  return path;
}

const sheet = (xml: string) => ({ ...workbookParts({ a: [['x']] }), 'xl/worksheets/0.xml': xml });

/** What a workbook must not be, with what is said of it. */
const hostile: readonly [string, (path: string) => Promise<string>, RegExp][] = [
  ['no ZIP archive', (path) => write(path, 'CHILD,DOB'), /no workbook/],
  [
    'locked or of before 2007',
    (path) => write(path, Buffer.from('d0cf11e0a1b11ae1'.padEnd(200, '0'), 'hex')),
    /password/,
  ],
  ['given a document type', (path) => writeParts(path, sheet('<!DOCTYPE a><worksheet/>')), /document type/],
  ['broken as XML', (path) => writeParts(path, sheet('<worksheet><row>')), /well-formed/],
  ['too large unpacked', (path) => declare(path, 1_500_000_000), /more than is read/],
  ['longer than it declares', (path) => declare(path, 3), /longer than it declares/],
];

test.each(hostile)('a workbook that is %s is refused, and says why', async (name, make, says) => {
  const source = await make(`${folder}/${name.replaceAll(/[^a-z]/g, '')}.xlsx`);
  const refused = loadWith({ data: `${folder}/hostile`, sources: [source] });
  await expect(refused).rejects.toThrow(LoadError);
  await expect(refused).rejects.toThrow(says);
});

test('every byte changed ends in a load or in a refusal', async () => {
  const source = await writeWorkbook(`${folder}/sound.xlsx`, { ssd_cin_visits: [header, ['1', 'A', '2024-01-05']] });
  const sound = await readFile(source);
  for (const seed of [3, 11, 40, 97, 150, 300]) {
    const broken = Buffer.from(sound);
    broken[(seed * 7919) % broken.length] = (broken[(seed * 7919) % broken.length] ?? 0) ^ 0x55;
    await deliver(folder, { 'broken.xlsx': broken });
    const ended = await loadWith({ data: `${folder}/broken-${seed}`, sources: [`${folder}/broken.xlsx`] }).then(
      () => 'loaded',
      (error: unknown) => (error instanceof LoadError ? 'refused' : String(error)),
    );
    expect(['loaded', 'refused']).toContain(ended);
  }
});
