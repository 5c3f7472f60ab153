import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allFindings, deliver, loadWith, query, scratch } from './delivery.ts';

const folder = scratch();
let runs = 0;

async function loadVisits(content: string | Buffer) {
  const name = `${folder}/${runs++}`;
  const source = await deliver(name, { 'ssd_cin_visits.csv': content });
  const result = await loadWith({ data: `${name}-data`, sources: [source], asAt: '2026-10-31' });
  const table = result.extracts[0]?.manifest.tables.ssd_cin_visits;
  const rows = await query(
    `${name}-data`,
    'select cinv_cin_visit_id, cinv_person_id, cinv_cin_visit_date::varchar from {ssd_cin_visits}',
  );
  const findings = (await allFindings(`${name}-data`)).map(({ code, row, column, value }) => [
    code,
    row,
    column,
    value,
  ]);
  return { rows, findings, table };
}

const header = 'cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date';

describe('rows', () => {
  test('columns come in any order and case; unknown and doubled ones are findings, absent ones are not', async () => {
    const { rows, findings, table } = await loadVisits(
      'CINV_Person_ID, cinv_cin_visit_id ,mood,cinv_person_id\nP1,1,sunny,P9\n',
    );
    expect(rows).toEqual([['1', 'P1', null]]);
    expect(table).toMatchObject({ rows: 1, columns: ['cinv_cin_visit_id', 'cinv_person_id'] });
    expect(findings).toEqual([
      ['column-twice', 1, 'cinv_person_id', null],
      ['column-unknown', 1, 'mood', null],
    ]);
  });

  test('a byte order mark, CRLF, quoted commas, quotes and line ends are plain CSV', async () => {
    const { rows, findings } = await loadVisits(`\ufeff${header}\r\n"1","a, ""b""\r\nc",2024-01-01\r\n2,d,2024-01-02`);
    expect(rows).toEqual([
      ['1', 'a, "b"\r\nc', '2024-01-01'],
      ['2', 'd', '2024-01-02'],
    ]);
    expect(findings).toEqual([]);
  });

  test('of one key the first row is kept; a row without a key is kept; an empty row is not', async () => {
    const { rows, findings } = await loadVisits(
      `${header}\n1,first,2024-01-01\n1,second,2024-01-02\n,nobody,2024-01-03\n,nobody,2024-01-03\n,,\n 1 ,third,\n2,,bad\n`,
    );
    expect(rows).toEqual([
      ['1', 'first', '2024-01-01'],
      [null, 'nobody', '2024-01-03'],
      [null, 'nobody', '2024-01-03'],
      ['2', null, null],
    ]);
    expect(findings).toEqual([
      ['key-twice', 3, 'cinv_cin_visit_id', '1'],
      ['key-missing', 4, 'cinv_cin_visit_id', null],
      ['key-missing', 5, 'cinv_cin_visit_id', null],
      ['row-empty', 6, null, null],
      ['key-twice', 7, 'cinv_cin_visit_id', '1'],
      ['date-unreadable', 8, 'cinv_cin_visit_date', 'bad'],
    ]);
  });

  test('a header alone is an empty table, no header is none', async () => {
    const { rows, table } = await loadVisits(header);
    expect(rows).toEqual([]);
    expect(table).toMatchObject({ rows: 0 });
    const source = await deliver(`${folder}/empty`, { 'ssd_mother.csv': '', 'ssd_missing.csv': 'miss_table_id\n' });
    const { extracts, findings } = await loadWith({ data: `${folder}/empty-data`, sources: [source] });
    expect(Object.keys(extracts[0]?.manifest.tables ?? {})).toEqual(['ssd_missing']);
    expect(findings.map(({ code }) => code)).toContain('file-empty');
  });

  test('Windows and UTF-16 files are read as what they are', async () => {
    const latin = await loadVisits(Buffer.from(`${header}\n1,Zo\xeb \x96 B,2024-01-01\n`, 'latin1'));
    expect(latin.rows).toEqual([['1', 'Zoë – B', '2024-01-01']]);
    expect(latin.findings).toEqual([['encoding-assumed', null, null, null]]);
    const wide = await loadVisits(Buffer.from(`\ufeff${header}\r\n1,Zoë,2024-01-01\r\n`, 'utf16le'));
    expect(wide.rows).toEqual([['1', 'Zoë', '2024-01-01']]);
  });

  test('mixed line ends do not hide a row', async () => {
    const { rows } = await loadVisits(
      `${header}\r\n1,a,2024-01-01\n2,b,2024-01-02\r\n3,c,2024-01-03\r4,d,2024-01-04\n`,
    );
    expect(rows.map(([id]) => id)).toEqual(['1', '2', '3', '4']);
  });

  /** Records of every kind, among which the bad ones must be named by their own line. */
  const record = fc.oneof(
    { weight: 6, arbitrary: fc.constant(['good', 'P1', '2024-01-01']) },
    { weight: 2, arbitrary: fc.constant(['bad date', 'P1', 'soon']) },
    { weight: 1, arbitrary: fc.constant(['two lines', '"P\n1"', '2024-01-01']) },
    { weight: 1, arbitrary: fc.constantFrom(['short', 'P1'], ['short']) },
    { weight: 1, arbitrary: fc.constant(['long', 'P1', '2024-01-01', 'x']) },
    { weight: 1, arbitrary: fc.constant([]) },
  );

  test('each finding names the line of its own record, whatever came before it', async () => {
    const drawn = fc.sample(fc.array(record, { minLength: 1, maxLength: 60 }), { numRuns: 12, seed: 3 });
    for (const records of drawn) {
      // Blank lines inside a quoted cell are not told from blank lines between records: keep to one of the two.
      const plain = records.some((cells) => cells.length === 0)
        ? records.map((cells) => (cells[0] === 'two lines' ? ['good', 'P1', '2024-01-01'] : cells))
        : records;
      const lines = plain.map((cells, index) =>
        cells.map((cell, place) => (place === 0 ? `${index} ${cell}` : cell)).join(','),
      );
      const { rows, findings } = await loadVisits([header, ...lines, ''].join('\n'));
      const kinds = plain.map(([kind]) => kind);
      const linesOf = (...wanted: string[]) =>
        kinds.flatMap((kind, index) => (kind !== undefined && wanted.includes(kind) ? [index + 2] : []));
      const found = (code: string) => findings.filter(([named]) => named === code).map(([, row]) => row);
      expect(found('date-unreadable')).toEqual(linesOf('bad date'));
      expect(found('row-ragged')).toEqual(linesOf('short', 'long'));
      expect(rows.length).toBe(linesOf('good', 'bad date', 'two lines').length);
    }
  });

  test('two hundred thousand rows keep their order and their lines', async () => {
    const lines = Array.from({ length: 200_000 }, (_, index) =>
      index % 49_999 === 7 ? `${index},P` : index % 60_001 === 9 ? `${index},P,never` : `${index},P${index},2024-01-01`,
    );
    const text = [header, ...lines, ''].join('\r\n');
    const { rows, findings } = await loadVisits(text);
    const records: string[][] = parse(text, { relax_column_count: true });
    const expected = records.slice(1).filter((cells) => cells.length === 3);
    expect(rows.length).toBe(expected.length);
    expect(rows.findIndex(([id], index) => id !== expected[index]?.[0])).toBe(-1);
    const wrong = records.flatMap((cells, index) => (cells.length === 2 || cells[2] === 'never' ? [index + 1] : []));
    expect(findings.map(([, row]) => row)).toEqual(wrong);
  });
});
