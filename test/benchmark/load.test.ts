import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { readCatalogue, tablesOf } from '../../src/benchmark/index.ts';
import { files, loaded, publishedFiles, seriesOf, temporaryFolder, textOf, write } from './published.ts';

test('every published file is taken for what it is, without a finding, and a second time nothing changes', async () => {
  const data = temporaryFolder();
  const first = await loaded(data, publishedFiles);
  expect(first.findings).toEqual([]);
  const kinds = Object.fromEntries(
    first.files.map(({ file, release }) => [file.slice(0, 12), [release.kind, release.rows]]),
  );
  expect(kinds).toEqual({
    b1_children_: ['table', 2132],
    c1_children_: ['table', 2132],
    cla_number_a: ['table', 2505],
    csww_indicat: ['table', 1463],
    ees_template: ['meta', 3],
    la_care_leav: ['table', 6680],
    la_lookup_fr: ['areas', 165],
    'ons_mid-year': ['table', 2132],
    sn_model_202: ['neighbours', 153],
  });
  const again = await loaded(data, publishedFiles);
  expect(new Set(again.files.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
  expect((await readCatalogue(data)).releases).toHaveLength(publishedFiles.length);
});

test.each([
  [
    'earlier first',
    [
      'c1_children_in_need_referrals_and_rereferrals_2013_to_2024',
      'c1_children_in_need_referrals_and_rereferrals_2013_to_2025',
    ],
  ],
  [
    'later first',
    [
      'c1_children_in_need_referrals_and_rereferrals_2013_to_2025',
      'c1_children_in_need_referrals_and_rereferrals_2013_to_2024',
    ],
  ],
])('two releases of one table, %s: what was renamed, dropped and restated', async (_, order) => {
  const data = temporaryFolder();
  await loaded(data, files('b1_', 'csww_', 'ons_'));
  await loaded(data, files(order[0] ?? ''));
  const { changes } = await loaded(data, files(order[1] ?? ''));
  const renamed = Object.fromEntries((changes[0]?.renamed ?? []).map(({ from, to }) => [from, to]));
  expect(changes).toHaveLength(1);
  expect(renamed).toEqual({
    Referrals: 'referral_count',
    Re_referrals: 'rereferral_count',
    Re_referrals_percent: 'rereferral_percent',
    No_Further_Action: 'no_further_action_count',
    No_Further_Action_percent: 'no_further_action_percent',
    Not_in_Need: 'not_in_need_count',
    Not_in_Need_percent: 'not_in_need_percent',
    Referrals_child: 'referral_child_count',
    Re_referrals_child: 'rereferral_child_count',
    Re_referrals_child_percent: 'rereferral_child_percent',
  });
  expect(changes[0]?.dropped).toEqual(['Referrals_rate', 'Referrals_child_rate']);
  expect(changes[0]?.added).toEqual([]);
  const restated = changes[0]?.restated.map(({ column, count, examples }) => [
    column,
    count,
    examples[0]?.name,
    examples[0]?.before,
    examples[0]?.after,
  ]);
  expect(restated?.toSorted()).toEqual([
    ['no_further_action_count', 1, 'Barnet', '0', 'u'],
    ['no_further_action_percent', 1, 'Barnet', '0', 'u'],
  ]);
});

test('columns in another order, with other names and with figures restated, are another release of the same table', async () => {
  const data = temporaryFolder();
  await loaded(data, files('la_care_leavers'));
  const [header = [], ...body]: string[][] = parse(textOf('la_care_leavers'));
  const at = (name: string) => header.indexOf(name);
  const kent = body.find((row) => row[at('la_name')] === 'Kent' && row[at('time_period')] === '2024') ?? [];
  kent[at('care_leaver_count')] = '1';
  const order = header.map((_, index) => index).reverse();
  const names: Record<string, string> = {
    breakdown: 'suitability',
    care_leaver_count: 'number',
    care_leaver_percent: 'percentage',
  };
  const quoted = (cell = '') => `"${cell}"`;
  const text = [header.map((name) => names[name] ?? name), ...body]
    .map((row) => order.map((index) => quoted(row[index])).join(','))
    .join('\r\n');
  const { files: taken, changes } = await loaded(data, [write('renamed.csv', `\uFEFF${text}`)], '2026-02-01T00:00:00Z');
  expect(taken[0]?.follows?.file).toContain('la_care_leavers');
  expect(changes[0]?.sharedRows).toBe(6680);
  expect(changes[0]?.renamed).toEqual([
    { from: 'care_leaver_count', to: 'number' },
    { from: 'care_leaver_percent', to: 'percentage' },
  ]);
  expect(
    changes[0]?.restated.map(({ column, count, examples }) => [column, count, examples[0]?.name, examples[0]?.after]),
  ).toEqual([['number', 1, 'Kent', '1']]);
});

test('a description decides which columns are categories, and lies beside its table', async () => {
  const data = temporaryFolder();
  const folder = temporaryFolder();
  const head = 'time_period,time_identifier,geographic_level,country_code,country_name,age,number';
  const rows = ['16', '17'].map((age) => `2025,Reporting year,National,E92000001,England,${age},12`);
  writeFileSync(join(folder, 'ages.csv'), [head, ...rows].join('\n'));
  writeFileSync(
    join(folder, 'ages.meta.csv'),
    'col_name,col_type,label,indicator_unit\nage,Filter,Age,\nnumber,Indicator,Children,\n',
  );
  const { files: taken } = await loaded(data, [join(folder, 'ages.csv')]);
  const table = taken.find(({ release }) => release.kind === 'table')?.release;
  expect(table?.filters.map(({ name, label }) => [name, label])).toEqual([['age', 'Age']]);
  expect(table?.figures.map(({ label }) => label)).toEqual(['Children']);
});

test('tables are kept apart, and releases under the hash of their content', async () => {
  const data = temporaryFolder();
  await loaded(data, publishedFiles);
  const catalogue = await readCatalogue(data);
  const releases = [...tablesOf(catalogue).values()].map((own) => own.length);
  expect(releases.toSorted()).toEqual([1, 1, 1, 1, 1, 1, 2]);
  const stored = readdirSync(join(data, 'benchmarks', 'releases')).toSorted();
  expect(stored).toEqual(catalogue.releases.map(({ id }) => id).toSorted());
});

test('rows of other levels and without a code are told and not used; periods within a year stay apart', async () => {
  const data = temporaryFolder();
  const head =
    'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,number';
  const rows = [
    '202425,Financial year Q1,National,E92000001,England,,,,,,10',
    '202425,Financial year Q2,National,E92000001,England,,,,,,20',
    '202425,Financial year Q1,School,E92000001,England,,,,,,30',
    '202425,Financial year Q1,Local Authority,E92000001,England,z,z,z,z,Not known,40',
    '202425,Financial year Q1,Local Authority,E92000001,England,E12000008,South East,886,E10000016,Kent,',
  ];
  const { findings } = await loaded(data, [write('quarters.csv', [head, ...rows].join('\n'))]);
  expect(findings.map(({ code, row, value }) => [code, row, value])).toEqual([
    ['level-passed-over', 4, 'School'],
    ['area-without-code', 5, null],
    ['cell-blank', null, null],
  ]);
  const series = await seriesOf(data, { value: ['number'] });
  const england = series.areas.get('E92000001');
  expect([...(england?.keys() ?? [])]).toEqual(['202425 Financial year Q1', '202425 Financial year Q2']);
  expect(series.areas.get('886')?.get('202425 Financial year Q1')).toMatchObject({ state: 'blank', value: null });
});
