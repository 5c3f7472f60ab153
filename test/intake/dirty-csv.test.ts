import { describe, expect, test } from 'vitest';
import { allFindings, deliver, loadWith, query, scratch } from './delivery.ts';

const folder = scratch();
let runs = 0;

const header = ['cinv_cin_visit_id', 'cinv_person_id', 'cinv_cin_visit_date'];
const visits = [
  ['1', 'P1', '2024-01-01'],
  ['2', 'Zoë, B', '2024-01-02'],
  ['3', 'say "so"', '2024-01-03'],
];

async function loadVisits(content: string | Buffer) {
  const name = `${folder}/${runs++}`;
  const source = await deliver(name, { 'ssd_cin_visits.csv': content });
  await loadWith({ data: `${name}-data`, sources: [source], asAt: '2026-10-31' });
  const sql = 'select cinv_cin_visit_id, cinv_person_id, cinv_cin_visit_date::varchar from {ssd_cin_visits} order by 1';
  const all = await allFindings(`${name}-data`);
  const findings = all.map(({ code, row, column }) => [code, row, column]);
  return { rows: await query(`${name}-data`, sql), findings, messages: all.map(({ message }) => message) };
}

function written(delimiter: string, end: string): string {
  const cell = (text: string) => (/[",;\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [header, ...visits].map((row) => row.map(cell).join(delimiter) + end).join('');
}

describe('the same rows, however they are written', () => {
  const encodings: Record<string, (text: string) => Buffer> = {
    'UTF-8': (text) => Buffer.from(text),
    'UTF-8 with a mark': (text) => Buffer.from(`\ufeff${text}`),
    'UTF-16 little end first': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
    'UTF-16 big end first': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    'UTF-16 without a mark': (text) => Buffer.from(text, 'utf16le'),
    'Windows-1252': (text) => Buffer.from(text, 'latin1'),
  };
  const separators = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' };
  const ends = { LF: '\n', CRLF: '\r\n', CR: '\r' };

  test.each(
    Object.keys(encodings).flatMap((encoding, index) =>
      Object.keys(separators).map((separator, place) => [
        encoding,
        separator,
        Object.keys(ends)[(index + place) % 3] ?? 'LF',
      ]),
    ),
  )('%s, %s, %s', async (encoding, separator, end) => {
    const text = written(separators[separator as keyof typeof separators], ends[end as keyof typeof ends]);
    const { rows, findings } = await loadVisits(encodings[encoding]?.(text) ?? '');
    expect(rows).toEqual(visits);
    expect(findings.filter(([code]) => code !== 'encoding-assumed')).toEqual([]);
  });
});

describe('what is around the table', () => {
  test('titles above the header are passed over, and rows keep their lines', async () => {
    const text = `Visits of the year\nPrinted on 1 April,,\n\n${header.join(',')},mood\n1,P1,2024-01-01,\n2,P2,soon,\n`;
    const { rows, findings } = await loadVisits(text);
    expect(rows.map(([id]) => id)).toEqual(['1', '2']);
    expect(findings).toEqual([
      ['title-rows', 1, null],
      ['title-rows', 2, null],
      ['column-unknown', 4, 'mood'],
      ['date-unreadable', 6, 'cinv_cin_visit_date'],
    ]);
  });

  test.each(['Total,2,', ',,"Grand total: 2"', 'TOTALS', '(2 rows affected),,'])(
    'a total under it is refused: %s',
    async (total) => {
      const text = `${header.join(',')}\n1,P1,2024-01-01\n2,P2,2024-01-02\n\n${total}\n`;
      const { rows, findings } = await loadVisits(text);
      expect(rows.map(([id]) => id)).toEqual(['1', '2']);
      expect(findings).toEqual([['row-total', 5, null]]);
    },
  );

  test('a total inside the table is a row like others, and a child may be called Totalis', async () => {
    const rows = Array.from({ length: 9 }, (_, index) => `${index},${index === 1 ? 'Total' : 'Totalis'},2024-01-01`);
    const inside = ['Total,,', ...rows.slice(1)];
    expect((await loadVisits([header.join(','), ...inside, ''].join('\n'))).rows.length).toBe(9);
    expect((await loadVisits([header.join(','), ...rows, ''].join('\n'))).findings).toEqual([]);
  });

  test('in a file with another separator a ragged row is refused with its line', async () => {
    const { rows, findings } = await loadVisits(
      `${header.join(';')}\n1;P1;2024-01-01\n\n2;P2\n3;P;3;x\n4;P4;zz/07/2019\n`,
    );
    expect(rows.map(([id]) => id)).toEqual(['1', '4']);
    expect(findings).toEqual([
      ['row-ragged', 4, null],
      ['row-ragged', 5, null],
      ['date-partial', 6, 'cinv_cin_visit_date'],
    ]);
  });

  test.each([
    ['headings of something else', 'colour,mood\nred,sunny\n'],
    ['bytes of something else', Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256))],
  ])('%s are refused in words', async (_, content) => {
    await expect(loadVisits(content)).rejects.toThrow(/ssd_cin_visits.csv: none of its headings is a column of/);
  });

  test('a quotation mark that is never closed is refused in words', async () => {
    await expect(loadVisits(`${header.join(';')}\n1;"P1;2024-01-01\n2;P2;2024-01-02\n`)).rejects.toThrow(
      /ssd_cin_visits.csv cannot be read as CSV: a quotation mark is opened and not closed/,
    );
  });

  test.each([
    ['\n', ''],
    ['\n', '\n'],
    ['\r\n', '\r\n'],
  ])('one that takes all the rest of the file with it is refused, whatever ends its lines', async (end, last) => {
    const rows = [header.join(','), '1,P1,2024-01-01', '2,"P2,2024-01-02', '3,P3,2024-01-03', '4,P4,2024-01-04'];
    await expect(loadVisits(rows.join(end) + last)).rejects.toThrow(
      /in row 3 a quotation mark is opened and not closed/,
    );
  });

  test('of one that takes a few lines with it the finding says how many', async () => {
    const rows = ['1,P1,2024-01-01', '2,"P2,2024-01-02', '3,P3,2024-01-03', '4,"P4",2024-01-04', '5,P5,2024-01-05'];
    const { rows: kept, messages } = await loadVisits(`${[header.join(','), ...rows].join('\n')}\n`);
    expect(kept.map(([id]) => id)).toEqual(['1', '5']);
    expect(messages).toEqual(['The row has a quotation mark that is not closed; lines below it that went with it: 2']);
  });
});
