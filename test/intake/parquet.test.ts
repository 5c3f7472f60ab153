import { copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeDemo } from '../../demo/index.ts';
import { Draw } from '../../scripts/fuzz/draw.ts';
import { ownEngine } from '../../src/intake/engine.ts';
import { LoadError } from '../../src/intake/index.ts';
import { currentExtracts } from '../../src/warehouse/index.ts';
import { allFindings, deliver, loadWith, query, scratch } from './delivery.ts';

const folder = scratch();
let made = 0;
const place = () => join(folder, String(made++));

async function inDuckDb(...statements: string[]): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const statement of statements) await connection.run(statement);
  connection.closeSync();
  instance.closeSync();
}

/** Writes one Parquet file with the rows of a query. */
async function parquetFile(name: string, rows: string, into = place()): Promise<string> {
  await mkdir(into, { recursive: true });
  await inDuckDb(`copy (${rows}) to '${join(into, name)}' (format parquet)`);
  return into;
}

const asAt = '2026-10-31';

describe('an extract as CSV and as Parquet', () => {
  const csv = place();
  const taken = [
    'ssd_person',
    'ssd_department',
    'ssd_cin_episodes',
    'ssd_cp_plans',
    'ssd_cla_placement',
    'workforce_posts',
  ];

  beforeAll(async () => {
    const county = place();
    const options = { out: county, population: 2000, authorities: 1, seed: 3, to: '2026-10' };
    await writeDemo(options, () => undefined);
    // What the demo has little of: codes in words, dates and numbers in other forms, marks of nothing, doubled and empty keys.
    const posts = await readFile(join(county, 'workforce_posts.csv'), 'utf8');
    const [header = ''] = posts.split('\n');
    const row = (values: Record<string, string>) =>
      header
        .trim()
        .split(',')
        .map((name) => values[name] ?? '')
        .join(',');
    const dirty: Record<string, string>[] = [
      { post_id: 'X1', fte: '85%', from_date: '31/03/24' },
      { post_id: 'X1', fte: 'half' },
      { post_id: ' X2 ', fte: '1', from_date: '45382' },
      { post_id: 'NULL', fte: 'n/a', from_date: '00/07/2019' },
      { post_id: 'X3', from_date: '1066-10-14' },
    ];
    await mkdir(csv);
    for (const id of taken) await copyFile(join(county, `${id}.csv`), join(csv, `${id}.csv`));
    await writeFile(join(csv, 'workforce_posts.csv'), `${posts.trimEnd()}\n${dirty.map(row).join('\n')}\n`);
  });

  /** The same files as Parquet: every column text, or of the types that a sniffer finds. */
  async function asParquet(allText: boolean): Promise<string> {
    const into = place();
    await mkdir(into, { recursive: true });
    for (const id of taken) {
      const rows = `from read_csv('${join(csv, id)}.csv', all_varchar = ${allText}, header = true)`;
      await parquetFile(`${id}.parquet`, rows, into);
    }
    return into;
  }

  async function loaded(source: string) {
    const data = place();
    await loadWith({ data, sources: [source], asAt, authority: 'X1' });
    const ids = (await currentExtracts(data)).flatMap((manifest) => Object.keys(manifest.tables)).sort();
    const sums = ids.map((id) => `select '${id}', sum(hash(t))::varchar, count(*) from {${id}} t`);
    const tables = await query(data, `${sums.join(' union all ')} order by 1`);
    const findings = (await allFindings(data)).map(({ file, ...rest }) => ({
      file: file.replace(/\.\w+$/, ''),
      ...rest,
    }));
    return { tables, findings: findings.map((finding) => JSON.stringify(finding)).sort() };
  }

  test('as text it has equal tables and equal findings, row by row', async () => {
    const [one, other] = [await loaded(csv), await loaded(await asParquet(true))];
    expect(one.tables.map(([id]) => id)).toEqual([...taken].sort());
    expect(other.tables).toEqual(one.tables);
    const codes = new Set(one.findings.map((finding) => JSON.parse(finding).code as string));
    for (const code of [
      'date-serial',
      'date-partial',
      'date-implausible',
      'number-repaired',
      'key-twice',
      'key-missing',
    ])
      expect(codes).toContain(code);
    expect(other.findings).toEqual(one.findings);
  });

  test('with types of its own it has equal tables', async () => {
    const [one, other] = [await loaded(csv), await loaded(await asParquet(false))];
    expect(other.tables).toEqual(one.tables);
  });
});

describe('what a column of a type becomes', () => {
  async function post(columns: string) {
    const data = place();
    await loadWith({ data, sources: [await parquetFile('workforce_posts.parquet', `select ${columns}`)], asAt });
    const [row] = await query(data, 'select post_id, fte, from_date::varchar, qualified from {workforce_posts}');
    const findings = (await allFindings(data)).map(({ code, row, column, value }) => [code, row, column, value]);
    return { row, findings };
  }

  test('real dates, times and truth values are taken as they are, and so are ids that became fractions', async () => {
    const values = `12.0::double as post_id, 0.5::double as fte, timestamp '2024-03-31 00:00:00' as from_date, true as qualified`;
    expect(await post(values)).toEqual({ row: ['12', '0.5000', '2024-03-31', true], findings: [] });
  });

  test('an instant is a day in England; no number is no value; a truth value may be a number', async () => {
    const values = `7 as post_id, 'nan'::double as fte, timestamptz '2024-06-29 23:00:00+00' as from_date, 0 as qualified`;
    expect(await post(values)).toEqual({ row: ['7', null, '2024-06-30', false], findings: [] });
  });

  test('what cannot be is refused with a finding, by the row below a header', async () => {
    const values = `'A' as post_id, 'infinity'::double as fte, date '1066-10-14' as from_date, 'maybe' as qualified`;
    const { row, findings } = await post(values);
    expect(row).toEqual(['A', null, null, null]);
    expect(findings).toEqual([
      ['date-implausible', 2, 'from_date', '1066-10-14'],
      ['number-unreadable', 2, 'fte', 'inf'],
      ['yes-no-unreadable', 2, 'qualified', 'maybe'],
    ]);
  });
});

describe('recognition', () => {
  const people = `select 'P1' as pers_person_id, '2010-05-05' as pers_dob, 'F' as pers_sex, 'no' as other`;

  test('by its columns whatever it is called, and a column that no table has is a finding', async () => {
    const data = place();
    await loadWith({ data, sources: [await parquetFile('part-00000.snappy', people)], asAt });
    expect(await query(data, 'select pers_person_id, pers_dob::varchar from {ssd_person}')).toEqual([
      ['P1', '2010-05-05'],
    ]);
    expect((await allFindings(data)).map(({ code, column }) => [code, column])).toEqual([['column-unknown', 'other']]);
  });

  test('beside CSV in one delivery, and in place of a CSV delivery', async () => {
    const data = place();
    const csv = await deliver(place(), {
      'ssd_person.csv': 'pers_person_id\nP0\n',
      'ssd_missing.csv': 'miss_table_id\nM1\n',
    });
    await loadWith({ data, sources: [csv], asAt });
    const both = await parquetFile('ssd_person.parquet', people);
    await deliver(both, { 'ssd_missing.csv': 'miss_table_id\nM1\n' });
    await loadWith({ data, sources: [both], asAt });
    expect(await query(data, 'select pers_person_id, miss_table_id from {ssd_person}, {ssd_missing}')).toEqual([
      ['P1', 'M1'],
    ]);
  });

  test('one that no table fits is a finding among others', async () => {
    const data = place();
    const source = await parquetFile('ssd_person.parquet', people);
    await parquetFile('takings.parquet', 'select 1 as cash', source);
    await loadWith({ data, sources: [source], asAt });
    expect((await allFindings(data)).map(({ code, file }) => [code, file])).toContainEqual([
      'file-unknown',
      'takings.parquet',
    ]);
  });
});

describe('a file that is not whole is refused by its name, and nothing is loaded', () => {
  async function refusal(bytes: Buffer): Promise<string> {
    const data = place();
    const source = await deliver(place(), { 'ssd_missing.csv': 'miss_table_id\nM1\n', 'ssd_person.parquet': bytes });
    const error = await loadWith({ data, sources: [source], asAt }).catch((thrown: unknown) => thrown);
    if (!(error instanceof LoadError)) throw error instanceof Error ? error : new Error('It was loaded');
    expect(await currentExtracts(data)).toEqual([]);
    return error.message;
  }

  const whole = async () =>
    readFile(
      join(
        await parquetFile(
          'x.parquet',
          `select 'P' || range as pers_person_id, 'F' as pers_sex, date '2010-01-01' as pers_dob from range(2000)`,
        ),
        'x.parquet',
      ),
    );

  test('cut off, encrypted, of another kind, with a damaged footer or a damaged column', async () => {
    const bytes = await whole();
    expect(await refusal(bytes.subarray(0, 1000))).toMatch(/^ssd_person\.parquet is cut off or damaged/);
    expect(await refusal(Buffer.concat([Buffer.from('PARE'), bytes]))).toMatch(/^ssd_person\.parquet is encrypted/);
    expect(await refusal(Buffer.from('pers_person_id\nP1\n'))).toMatch(
      /^ssd_person\.parquet is called Parquet and is none/,
    );
    const footer = Buffer.from(bytes).fill(255, bytes.length - 200, bytes.length - 8);
    expect(await refusal(footer)).toMatch(/^ssd_person\.parquet cannot be read as Parquet/);
    const column = Buffer.from(bytes).fill(255, 4, 400);
    expect(await refusal(column)).toMatch(/^ssd_person\.parquet cannot be read as Parquet/);
  });

  test('one that unpacks to far more than a load may use is refused; with room on the disk it is loaded', async () => {
    const source = await parquetFile(
      'ssd_person.parquet',
      `select 'P' || range as pers_person_id, repeat('x', 10000) || range % 9 as pers_surname from range(30000)`,
    );
    expect((await stat(join(source, 'ssd_person.parquet'))).size).toBeLessThan(1_000_000);
    const loaded = async (disk: string) => {
      const data = place();
      const engine = ownEngine({ memory: '120MB', disk, threads: 2 });
      const thrown = await loadWith({ data, sources: [source], asAt, engine }).catch((error: unknown) => error);
      return { data, thrown };
    };
    const bounded = await loaded('1MB');
    expect(bounded.thrown).toBeInstanceOf(LoadError);
    expect(bounded.thrown).toHaveProperty('message', expect.stringMatching(/^ssd_person\.parquet was given up: /));
    expect(await currentExtracts(bounded.data)).toEqual([]);
    const roomy = await loaded('2GB');
    expect(await query(roomy.data, 'select count(*), min(length(pers_surname)) from {ssd_person}')).toEqual([
      [30000, 10001],
    ]);
  });

  test('millions of rows that take no bytes', async () => {
    const source = await parquetFile('x.parquet', `select null::varchar as pers_person_id from range(3_000_000)`);
    const bytes = await readFile(join(source, 'x.parquet'));
    expect(bytes.length).toBeLessThan(100_000);
    expect(await refusal(bytes)).toMatch(/^ssd_person\.parquet is not read: it claims 3000000 rows in \d+ bytes/);
  });

  test('damaged anywhere it is loaded or refused, never more', async () => {
    const bytes = await whole();
    for (let number = 1; number <= 30; number++) {
      const draw = new Draw(number);
      const damaged = Buffer.from(bytes);
      for (let change = 0; change < 3; change++) damaged[draw.below(damaged.length)] = draw.below(256);
      const source = await deliver(place(), { 'ssd_person.parquet': damaged });
      const error = await loadWith({ data: place(), sources: [source], asAt }).catch((thrown: unknown) => thrown);
      if (error instanceof Error)
        expect([number, error.name, error.message]).toEqual([number, 'LoadError', error.message]);
    }
  });
});
