import { cp, mkdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { load as loadCommand } from '../../src/cli/load.ts';
import { boundPack, currentExtracts } from '../../src/warehouse/index.ts';
import { allFindings, deliver, library, loadDay, loadWith, packsFolder, query, scratch } from './delivery.ts';

const folder = scratch();
let made = 0;
const place = () => `${folder}/${made++}`;

const departments = (...rows: [id: string, parent: string][]) => [
  ['dept_team_id', 'dept_team_parent_id'],
  ...rows.map((row) => [...row]),
];
const people = [['pers_person_id'], ['P1']];

async function loadFiles(files: Parameters<typeof deliver>[1], more: Partial<Parameters<typeof loadWith>[0]> = {}) {
  const data = more.data ?? place();
  const source = await deliver(place(), files);
  const result = await loadWith({ data, sources: [source], asAt: '2026-10-31', ...more });
  return { data, source, ...result };
}

describe('extracts', () => {
  test('a delivery becomes one extract per source, with every column of the dataset on disk', async () => {
    const { data, extracts } = await loadFiles({
      'ssd_person.csv': people,
      'population.csv': [
        ['authority', 'year'],
        ['authority', '2024'],
      ],
      'Workforce_Posts.CSV': [
        ['post_id', 'fte'],
        ['1', '0.5'],
      ],
      'supervisions.csv': [['supervision_id'], ['1']],
    });
    expect(extracts.map(({ manifest }) => [manifest.source, Object.keys(manifest.tables)])).toEqual([
      ['workforce', ['workforce_posts', 'supervisions']],
      ['population', ['population']],
      ['ssd', ['ssd_person']],
    ]);
    const described = await query(data, 'select column_name, column_type from (describe from {workforce_posts})');
    expect(described).toContainEqual(['fte', 'DECIMAL(18,4)']);
    expect(described.map(([name]) => name)).toEqual(
      Object.keys((await library()).datasets.get('workforce_posts')?.columns ?? {}),
    );
    expect(await boundPack(data)).toEqual({ id: 'childrens-services', version: (await library()).version });
  });

  test('the same content twice changes nothing and says so; a former delivery is restored', async () => {
    const data = place();
    const first = await loadFiles({ 'ssd_person.csv': people }, { data });
    const again = await loadFiles({ 'ssd_person.csv': people }, { data, now: new Date('2026-12-01T00:00:00Z') });
    expect(again.extracts[0]).toEqual({ manifest: first.extracts[0]?.manifest, outcome: 'unchanged' });
    const other = await loadFiles({ 'ssd_person.csv': [...people, ['P2']] }, { data });
    expect(other.extracts[0]?.outcome).toBe('published');
    const back = await loadFiles({ 'ssd_person.csv': people }, { data });
    expect(back.extracts[0]?.outcome).toBe('restored');
    expect(await query(data, 'select count(*) from {ssd_person}')).toEqual([[1]]);
  });

  test('a source is replaced as a whole, and what is no longer there is told', async () => {
    const data = place();
    await loadFiles({ 'ssd_person.csv': people, 'ssd_missing.csv': [['miss_table_id'], ['1']] }, { data });
    const told: string[] = [];
    await loadFiles({ 'ssd_person.csv': people }, { data, progress: (line) => told.push(line) });
    expect(told.join('\n')).toMatch(/ssd: no longer there.*: ssd_missing$/m);
    expect((await currentExtracts(data)).flatMap(({ tables }) => Object.keys(tables))).toEqual(['ssd_person']);
  });

  test('what decides the reading makes another extract', async () => {
    const data = place();
    const first = await loadFiles({ 'ssd_person.csv': people }, { data });
    const later = await loadFiles({ 'ssd_person.csv': people }, { data, asAt: '2026-11-30' });
    expect(later.extracts[0]?.outcome).toBe('published');
    expect(later.extracts[0]?.manifest.id).not.toBe(first.extracts[0]?.manifest.id);
  });

  test('another pack, another format for a source, and a dataset from two files are refused, and nothing changes', async () => {
    const data = place();
    await loadFiles({ 'ssd_person.csv': people }, { data });
    const before = await currentExtracts(data);
    const other = { ...(await library()), id: 'another' };
    await expect(loadFiles({ 'ssd_person.csv': people }, { data, pack: other })).rejects.toThrow(/childrens-services/);
    const care = {
      'episodes.csv': [
        ['CHILD', 'DECOM'],
        ['P1', '01/01/2026'],
      ],
    };
    await expect(loadFiles(care, { data, authority: 'authority' })).rejects.toThrow(
      /already has ssd data from the format csv/,
    );
    const a = await deliver(place(), { 'ssd_person.csv': people });
    const b = await deliver(place(), { 'SSD_PERSON.csv': people });
    await expect(loadWith({ data, sources: [a, b] })).rejects.toThrow(/ssd_person comes twice/);
    expect(await currentExtracts(data)).toEqual(before);
  });
});

describe('as-at date', () => {
  const posts = (from: string, to: string) => ({
    'workforce_posts.csv': [
      ['post_id', 'from_date', 'to_date'],
      ['1', from, to],
    ],
  });
  const asAt = async (files: Parameters<typeof deliver>[1], given?: string) => {
    const { extracts } = await loadFiles(files, { asAt: given });
    return extracts.map(({ manifest }) => [manifest.asAt, manifest.asAtBasis])[0];
  };

  test('given, then what the delivery says, then the latest date in it', async () => {
    const note = { 'extract.yaml': 'as-at: 2026-09-30\n' };
    expect(await asAt({ ...posts('2026-08-05', ''), ...note }, '2026-10-15')).toEqual(['2026-10-15', 'given']);
    expect(await asAt({ ...posts('2026-08-05', ''), ...note })).toEqual(['2026-09-30', 'extract']);
    // 5 August is the latest date: the end of its month. Dates after the load day, 5 November, are plans.
    expect(await asAt(posts('2026-08-05', '2026-11-06'))).toEqual(['2026-08-31', 'data']);
    // The end of November is after the load day.
    expect(await asAt(posts('2026-11-03', ''))).toEqual(['2026-11-03', 'data']);
    expect(await asAt({ 'ssd_person.csv': people })).toEqual(['2026-11-05', 'data']);
  });

  test('a planned date says nothing of it', async () => {
    const audits = [
      ['audit_id', 'selected_on', 'due_on'],
      ['1', '2026-07-01', '2026-10-01'],
    ];
    expect(await asAt({ 'case_file_audits.csv': audits })).toEqual(['2026-07-31', 'data']);
  });

  test('an assumed date is a finding; tables are complete from the beginning unless the note says more', async () => {
    const { data, extracts } = await loadFiles(posts('2026-08-05', ''), { asAt: undefined });
    expect(extracts[0]?.manifest.tables.workforce_posts).toMatchObject({ from: null, to: '2026-08-31' });
    expect((await allFindings(data)).map(({ code, value }) => [code, value])).toEqual([
      ['as-at-assumed', '2026-08-31'],
    ]);
    const noted = await loadFiles(
      {
        ...posts('2026-08-05', ''),
        'supervisions.csv': [['supervision_id']],
        'extract.yaml':
          'authority: E10000016\nas-at: 2026-09-30\ncomplete-from: 2020-04-01\nsynthetic: true\ntables:\n  supervisions: { from: 2024-01-01, to: 2026-06-30 }\n',
      },
      { asAt: undefined },
    );
    expect(noted.extracts[0]?.manifest).toMatchObject({
      authority: 'E10000016',
      synthetic: true,
      tables: {
        workforce_posts: { from: '2020-04-01', to: '2026-09-30' },
        supervisions: { from: '2024-01-01', to: '2026-06-30' },
      },
    });
    await expect(loadFiles({ ...posts('', ''), 'extract.yaml': 'as-at: soon\n' })).rejects.toThrow(
      /extract.yaml: as-at/,
    );
  });

  test('rows dated after it stay', async () => {
    const { data } = await loadFiles(posts('2027-01-01', ''));
    expect(await query(data, 'select from_date::varchar from {workforce_posts}')).toEqual([['2027-01-01']]);
  });
});

describe('authority', () => {
  const authorityOf = async (files: Parameters<typeof deliver>[1], more = {}) => {
    const { extracts, data } = await loadFiles(files, more);
    return { authority: extracts[0]?.manifest.authority, data };
  };

  test('given, then said, then the root, then the one already loaded, then the word authority', async () => {
    const tree = { 'ssd_department.csv': departments(['LA', ''], ['T1', 'LA']) };
    const note = { 'extract.yaml': 'authority: SAID\n' };
    expect((await authorityOf({ ...tree, ...note }, { authority: 'GIVEN' })).authority).toBe('GIVEN');
    expect((await authorityOf({ ...tree, ...note })).authority).toBe('SAID');
    const { authority, data } = await authorityOf(tree);
    expect(authority).toBe('LA');
    const population = {
      'population.csv': [
        ['authority', 'year'],
        ['authority', '2024'],
      ],
    };
    expect((await authorityOf(population, { data })).authority).toBe('LA');
    expect((await authorityOf(population)).authority).toBe('authority');
    await expect(authorityOf(population, { authority: '../out' })).rejects.toThrow(/cannot name a folder/);
  });

  test('a root that is only named as a parent is added; a stray team is put under the root', async () => {
    const unnamed = await authorityOf({ 'ssd_department.csv': departments(['D1', 'LA'], ['T1', 'D1'], ['D2', 'LA']) });
    expect(unnamed.authority).toBe('LA');
    expect(await query(unnamed.data, 'select dept_team_id, dept_team_parent_id from {ssd_department}')).toEqual([
      ['D1', 'LA'],
      ['T1', 'D1'],
      ['D2', 'LA'],
      ['LA', null],
    ]);
    const stray = await authorityOf({ 'ssd_department.csv': departments(['LA', 'LA'], ['T1', 'GONE']) });
    expect(stray.authority).toBe('LA');
    expect(await query(stray.data, 'select dept_team_id, dept_team_parent_id from {ssd_department}')).toEqual([
      ['LA', null],
      ['T1', 'LA'],
    ]);
    expect((await allFindings(stray.data)).map(({ code, row }) => [code, row])).toEqual([
      ['department-own-parent', 2],
      ['department-parent-unknown', 3],
    ]);
  });

  test('several roots and loops are errors of the extract', async () => {
    const tree = (...rows: [string, string][]) => authorityOf({ 'ssd_department.csv': departments(...rows) });
    await expect(tree(['A', ''], ['B', ''])).rejects.toThrow(/A, B/);
    await expect(tree(['A', 'B'], ['B', 'A'])).rejects.toThrow(/loop/);
    await expect(tree(['A', ''], ['B', 'C'], ['C', 'B'])).rejects.toThrow(/B is above itself/);
    await expect(tree(['A', 'X'], ['B', 'Y'])).rejects.toThrow(/X, Y/);
  });
});

describe('the command', () => {
  test('tells what each file was taken for, where the findings are, and ends with the right code', async () => {
    const source = await deliver(place(), {
      'ssd_person.csv': [
        ['pers_person_id', 'pers_sex'],
        ...Array.from({ length: 5 }, (_, index) => [`P${index}`, '?']),
      ],
      'notes.txt': 'x',
    });
    const said: string[] = [];
    const effects = {
      stdout: (text: string) => said.push(`OUT ${text}`),
      stderr: (text: string) => said.push(text),
      now: () => loadDay,
      packsFolder,
    };
    const run = (...args: string[]) => loadCommand.run(args, effects);
    const data = place();
    expect(await run('--data', data, '--pack', 'childrens-services', source)).toBe(0);
    const text = said.join('');
    expect(text).toContain('ssd_person.csv: People (ssd_person), by its name');
    expect(text).toMatch(
      /code-unknown \(suspicious\): 5\n( {2}ssd_person.csv:[234] pers_sex \?: .*\n){3} {2}and 2 more/,
    );
    expect(text).toContain('notes.txt: Not read');
    expect(text).not.toContain('OUT');
    await expect(run('--data', data, '--pack', 'childrens-services')).rejects.toMatchObject({ name: 'CallError' });
    await expect(
      run('--data', data, '--pack', 'childrens-services', '--as-at', '2026-02-30', source),
    ).rejects.toMatchObject({
      name: 'CallError',
    });
    const nothing = place();
    await mkdir(nothing);
    await expect(run('--data', data, '--pack', 'childrens-services', nothing)).rejects.toMatchObject({
      name: 'InputError',
    });
    await cp(source, nothing, { recursive: true });
    await expect(run('--data', data, '--pack', 'childrens-services', `${nothing}/gone.csv`)).rejects.toMatchObject({
      name: 'InputError',
    });
  });
});
