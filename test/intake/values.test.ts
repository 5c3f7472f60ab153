import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allFindings, deliver, loadWith, query, scratch } from './delivery.ts';

const folder = scratch();

/** Loads one column of values, a row each, and gives what each became and the code of its finding. */
async function readAs(name: string, file: string, column: string, written: readonly string[]) {
  const key = file === 'workforce_posts' ? 'post_id' : 'clap_cla_placement_id';
  const lines = written.map((value, index) => `${index},"${value.replaceAll('"', '""')}"`);
  const source = await deliver(`${folder}/${name}`, { [`${file}.csv`]: [`${key},${column}`, ...lines].join('\r\n') });
  const data = `${folder}/${name}-data`;
  await loadWith({ data, sources: [source], asAt: '2026-10-31' });
  const rows = await query(data, `select ${column}::varchar from {${file}} order by ${key}::integer`);
  const codes = new Map((await allFindings(data)).map(({ row, code }) => [row, code]));
  return rows.map(([value], index) => [written[index], value, codes.get(index + 2) ?? null]);
}

const forms = {
  dates: {
    file: 'workforce_posts',
    column: 'from_date',
    rows: [
      ['2024-02-29', '2024-02-29', null],
      ['2024-02-29 00:00:00.000', '2024-02-29', null],
      ['2024-03-31T23:59:59Z', '2024-03-31', null],
      ['2024-03-31 11:59:59.1234567 +01:00', '2024-03-31', null],
      ['05/01/2024', '2024-01-05', null],
      [' 05/01/2024 ', '2024-01-05', null],
      ['5/1/2024', '2024-01-05', null],
      ['05-01-2024', '2024-01-05', null],
      ['05/01/2024 14:30', '2024-01-05', null],
      ['5/1/2024 2:30:00 PM', '2024-01-05', null],
      ['05/01/24', '2024-01-05', 'date-two-digit-year'],
      ['05/01/49', '2049-01-05', 'date-two-digit-year'],
      ['5-1-50', '1950-01-05', 'date-two-digit-year'],
      ['45296', '2024-01-05', 'date-serial'],
      ['45296.604', '2024-01-05', 'date-serial'],
      ['19999', null, 'date-unreadable'],
      ['99999', null, 'date-unreadable'],
      ['20240105', null, 'date-unreadable'],
      ['2023-02-29', null, 'date-unreadable'],
      ['31/04/2024', null, 'date-unreadable'],
      ['12/25/2024', null, 'date-unreadable'],
      ['zz/07/2019', null, 'date-partial'],
      ['ZZ/zz/2019', null, 'date-partial'],
      ['??/07/2019', null, 'date-partial'],
      ['00/07/2019', null, 'date-partial'],
      ['07/2019', null, 'date-partial'],
      ['2019-07', null, 'date-partial'],
      ['2019', null, 'date-partial'],
      ['32/07/2019', null, 'date-unreadable'],
      ['2024-01-05 soon', null, 'date-unreadable'],
      ['05/01/2024 soon', null, 'date-unreadable'],
      ['5 January 2024', null, 'date-unreadable'],
      ['9999-12-31', null, 'date-implausible'],
      ['01/01/0024', null, 'date-implausible'],
      ['', null, null],
      ['NULL', null, null],
      [' null ', null, null],
      ['#N/A', null, null],
      ['#VALUE!', null, null],
      ['n/a', null, null],
    ],
  },
  'yes or no': {
    file: 'workforce_posts',
    column: 'qualified',
    rows: [
      ...['Y', 'y', 'Yes', 'YES', '1', 'true', 'TRUE', ' Y '].map((yes) => [yes, 'true', null]),
      ...['N', 'n', 'No', 'nO', '0', 'false', 'False'].map((no) => [no, 'false', null]),
      ...['a) Yes', 'Y - Yes', '1: yes', 'yes = seen'].map((yes) => [yes, 'true', 'code-repaired']),
      ...['b) No', 'N-No', 'no – refused'].map((no) => [no, 'false', 'code-repaired']),
      ...['c) Not known', 'U', '2', 'unknown', 'Y/N', '1.0'].map((other) => [other, null, 'yes-no-unreadable']),
      ['', null, null],
    ],
  },
  codes: {
    file: 'clap',
    column: 'clap_cla_placement_provider',
    rows: [
      ['PR1', 'PR1', null],
      ['pr1', 'PR1', null],
      ['PR1 - Own provision', 'PR1', 'code-repaired'],
      ['PR1=whatever we call it', 'PR1', 'code-repaired'],
      ['pr1: own', 'PR1', 'code-repaired'],
      ['Private  provision', 'PR4', 'code-repaired'],
      ['b) PRIVATE PROVISION', 'PR4', 'code-repaired'],
      ['Voluntary/third-sector provision', 'PR5', 'code-repaired'],
      ['PR9', 'PR9', 'code-unknown'],
      ['Somebody', 'Somebody', 'code-unknown'],
      ['', null, null],
    ],
  },
  decimals: {
    file: 'workforce_posts',
    column: 'fte',
    rows: [
      ['1', '1.0000', null],
      ['0.6', '0.6000', null],
      ['.5', '0.5000', null],
      ['0.66666666', '0.6667', null],
      ['-1.25', '-1.2500', null],
      ['1,234.5', '1234.5000', 'number-repaired'],
      ['£1,234', '1234.0000', 'number-repaired'],
      ['60%', '60.0000', 'number-repaired'],
      ['0,6', null, 'number-unreadable'],
      ['1e3', null, 'number-unreadable'],
      ['full time', null, 'number-unreadable'],
      ['', null, null],
    ],
  },
};

describe('values', () => {
  test.each(Object.entries(forms))('%s', async (name, { file, column, rows }) => {
    const table = file === 'clap' ? 'ssd_cla_placement' : file;
    const written = rows.map(([value]) => value ?? '');
    expect(await readAs(name.replaceAll(' ', '-'), table, column, written)).toEqual(rows);
  });

  test('whole numbers', async () => {
    const rows = [
      ['61234', 61234, null],
      ['61,234', 61234, 'number-repaired'],
      ['61234.0', 61234, 'number-repaired'],
      ['61234.5', null, 'number-unreadable'],
      ['about 60', null, 'number-unreadable'],
      ['99999999999999999999', null, 'number-unreadable'],
    ] as const;
    const lines = rows.map(([value], index) => `U${index},2024,"${value}"`);
    const source = await deliver(`${folder}/population`, {
      'population.csv': ['authority,year,population_0_17', ...lines].join('\n'),
    });
    const data = `${folder}/population-data`;
    await loadWith({ data, sources: [source], asAt: '2026-10-31' });
    const read = await query(data, 'select population_0_17 from {population} order by authority');
    const codes = new Map((await allFindings(data)).map(({ row, code }) => [row, code]));
    expect(rows.map(([value], index) => [value, read[index]?.[0], codes.get(index + 2) ?? null])).toEqual(rows);
  });

  test('a surname may be Null or Nan; spaces of every kind go, inner ones stay', async () => {
    const source = await deliver(`${folder}/names`, {
      'ssd_person.csv':
        'pers_person_id,pers_surname\n1,Null\n2,Nan\n3,NULL\n4,\u00a0Van  Dyke\t\n5,"  "\n6,"O""Hara, B"\n',
    });
    const data = `${folder}/names-data`;
    await loadWith({ data, sources: [source], asAt: '2026-10-31' });
    expect(await query(data, 'select pers_surname from {ssd_person} order by pers_person_id')).toEqual([
      ['Null'],
      ['Nan'],
      [null],
      ['Van  Dyke'],
      [null],
      ['O"Hara, B'],
    ]);
  });

  test('every day reads back the same in each form it may be written in', async () => {
    const days = fc.sample(fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), {
      numRuns: 400,
      seed: 7,
    });
    const iso = days.map((day) => day.toISOString().slice(0, 10));
    const british = (day: string) => day.split('-').toReversed();
    const write = [
      (day: string) => day,
      (day: string) => `${day}T07:08:09`,
      (day: string) => british(day).join('/'),
      (day: string) => british(day).join('-'),
      (day: string) => `${british(day).map(Number).join('/')} 9:30`,
    ];
    const written = iso.map((day, index) => write[index % write.length]?.(day) ?? day);
    const read = await readAs('days', 'workforce_posts', 'from_date', written);
    expect(read).toEqual(iso.map((day, index) => [written[index], day, null]));
  });

  test('whatever is written, a date column holds a day or nothing, and nothing is lost in silence', async () => {
    const texts = fc.sample(
      fc.string({ unit: fc.constantFrom(...'0123456789/-:. TZapm£é,"\''), minLength: 1, maxLength: 20 }),
      { numRuns: 500, seed: 11 },
    );
    const read = await readAs('noise', 'workforce_posts', 'from_date', texts);
    for (const [text, value, code] of read) {
      if (value === null && String(text).trim() !== '')
        expect([text, code]).toEqual([text, expect.stringMatching(/^date-/)]);
      if (value !== null) expect(value).toMatch(/^(19|20)\d\d-\d\d-\d\d$/);
    }
  });
});
