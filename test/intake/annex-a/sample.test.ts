import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFigures } from '../../../src/measure/index.ts';
import { currentExtracts } from '../../../src/warehouse/index.ts';
import { allFindings, deliver, library, loadWith, query, scratch } from '../delivery.ts';

const sample = join(import.meta.dirname, '../../third-party/annex-a/Annex_A_2024_Jan.xlsx');
const folder = scratch();

test('the sample fills the tables that its lists have a place in, in codes', async () => {
  const data = `${folder}/data`;
  const told: string[] = [];
  await loadWith({ data, sources: [sample], progress: (line) => told.push(line) });
  const lists = told.flatMap((line) => /› List (\d+): list (\d+), .* of Annex A, by/.exec(line)?.slice(1) ?? []);
  expect(lists).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].flatMap((number) => [String(number), String(number)]));
  const manifests = await currentExtracts(data);
  expect(manifests.map(({ source }) => source).toSorted()).toEqual(['adopters', 'ssd']);
  for (const manifest of manifests) {
    expect(manifest).toMatchObject({ format: 'annex-a', asAt: '2021-03-31', asAtBasis: 'data' });
  }
  const tables = manifests.flatMap((manifest) => Object.entries(manifest.tables));
  const rows = Object.fromEntries(tables.map(([id, table]) => [id, table.rows]));
  expect(rows).toMatchObject({
    ssd_person: 48,
    ssd_contacts: 5,
    ssd_early_help_episodes: 5,
    ssd_cin_episodes: 11,
    ssd_cin_assessments: 5,
    ssd_s47_enquiry: 5,
    ssd_initial_cp_conference: 3,
    ssd_cp_plans: 7,
    ssd_cla_episodes: 5,
    ssd_cla_placement: 5,
    ssd_cla_health: 10,
    ssd_care_leavers: 6,
    ssd_permanence: 5,
    ssd_department: 14,
    prospective_adopters: 5,
  });
  expect(
    await query(
      data,
      `select cont_person_id, cont_contact_date::varchar, cont_contact_source_code, pers_sex, pers_ethnicity, pers_dob::varchar
      from {ssd_contacts} join {ssd_person} on pers_person_id = cont_person_id order by cont_person_id::integer limit 2`,
    ),
  ).toEqual([
    ['6217392', '2020-09-16', '1B', 'M', 'NOBT', '2009-08-02'],
    ['9212044', '2020-09-16', '6', 'F', 'WBRI', '2015-01-25'],
  ]);
  expect(
    await query(
      data,
      `select clae_cla_episode_start_date::varchar, clae_cla_episode_ceased_reason, clap_cla_placement_type, clap_cla_placement_provider,
        lega_legal_status from {ssd_cla_episodes} join {ssd_cla_placement} on clap_cla_id = clae_cla_id
        join {ssd_legal_status} on lega_person_id = clae_person_id where clae_person_id = '3623204'`,
    ),
  ).toEqual([['2008-10-22', 'E47', 'H5', 'PR4', 'C1']]);
  expect(
    await query(
      data,
      `select application_id, sex, ethnicity, disability, fostering_for_adoption, stage_2_ended_on::varchar, children_placed,
        adoption_order_on::varchar, left_on::varchar, left_reason
      from {prospective_adopters} where adopter_id in ('11340940', '7131857') order by 1`,
    ),
  ).toEqual([
    ['11340940|2010-02-24|1', 'M', 'WBRI', false, false, '2010-04-17', 1, '2010-06-11', '2010-06-14', null],
    ['7131857|2014-09-12|1', 'F', 'APKN', true, false, '2014-11-03', 1, '2014-12-28', null, null],
  ]);
  const findings = await allFindings(data);
  const codes = new Set(findings.map(({ code }) => code));
  expect([...codes].sort()).toEqual([
    'as-at-assumed',
    'code-unknown',
    'column-without-place',
    'person-contradicts',
    'referral-without-case',
    'yes-no-unreadable',
  ]);
  // Nobody can know what the 1 in this list stands for.
  expect(findings.find(({ file }) => file?.endsWith('List 11'))).toMatchObject({
    code: 'code-unknown',
    dataset: 'prospective_adopters',
    column: 'Reason for leaving adoption process',
    value: '1',
  });
  expect(findings.find(({ code }) => code === 'yes-no-unreadable')).toMatchObject({
    file: 'Annex_A_2024_Jan.xlsx › List 4',
    row: 2,
    value: 'CS Assessment Updated',
  });
});

test('flow counts for six months, the latest of a kind for the as-at date, and a year is not collected', async () => {
  const data = `${folder}/data`;
  const manifest = (await currentExtracts(data)).find(({ source }) => source === 'ssd');
  expect(manifest?.tables.ssd_contacts).toMatchObject({ from: '2020-10-01', to: '2021-03-31' });
  expect(manifest?.tables.ssd_cla_placement).toMatchObject({ from: '2021-03-31', to: '2021-03-31' });
  const figures = await openFigures({ data, pack: await library(), months: { last: '2021-03', count: 3 } });
  const told = (id: string, month: string) => figures.observation(id, 'authority', month);
  expect(told('re-referrals', '2021-03')).toMatchObject({
    state: 'not-collected',
    reason: expect.stringContaining('complete only from 1 October 2020'),
  });
  expect(told('cla-dental-12-months', '2021-03')?.state).toBe('not-collected');
  // Five rows in list 8, of which one ceased on 22 September 2020.
  expect(told('cla-rate', '2021-03')).toMatchObject({ state: 'no-denominator', numerator: 4 });
  expect(told('cla-rate', '2021-02')?.state).toBe('not-collected');
  expect(told('cp-plan-rate', '2021-02')).toMatchObject({ numerator: 2 });
  await figures.close();
});

test('a list is known by its headings whatever the sheet is called, and headings that are like are said', async () => {
  const source = await deliver(`${folder}/csv`, {
    'our contacts (final) v2.csv': [
      ['Contacts of the last six months', '', '', '', '', '', ''],
      ['Child Unique Identifier', 'Gender', 'Ethnicity', 'DOB', 'Age', 'Date of the contact', 'Source of contact'],
      ['1', 'b) Female', 'White', '05/01/2015', '6', '01/03/2021', 'Police'],
    ],
  });
  await loadWith({ data: `${folder}/csv-data`, sources: [source], asAt: '2021-03-31' });
  expect(
    await query(
      `${folder}/csv-data`,
      'select cont_contact_source_code, cont_contact_date::varchar from {ssd_contacts}',
    ),
  ).toEqual([['6', '2021-03-01']]);
  const [manifest] = await currentExtracts(`${folder}/csv-data`);
  // Its ethnicities are groups: the table does not claim to know them.
  expect(manifest?.tables.ssd_person?.columns).toEqual(['pers_person_id', 'pers_sex', 'pers_dob']);
  expect((await allFindings(`${folder}/csv-data`)).map(({ code }) => code)).toContain('code-group');
});

test('adopters become a table by themselves, beside what else is loaded', async () => {
  const source = await deliver(`${folder}/adopters`, {
    'adopters.csv': [
      [
        'Adopter ID',
        'Family ID',
        'Sex',
        'Ethnicity',
        'Disability',
        'Is the (prospective) adopter fostering for adoption',
        'Date enquiry received',
        'Date Stage 1 started',
        'Date Stage 1 ended',
        'Date Stage 2 started',
        'Date Stage 2 ended',
        'Date application submitted',
        'Date application approved',
        'Date adopter matched with child(ren)',
        'Date child/children placed with adopter(s)',
        'No of children placed',
        'Date of Adoption Order',
        'Date of leaving adoption process',
        'Reason for leaving adoption process',
      ],
      [
        'A1',
        'F1',
        'b) Female',
        'a) White',
        'Yes',
        'No',
        '03/02/2020',
        '10/02/2020',
        '10/04/2020',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '01/05/2020',
        'a) Withdrew',
      ],
      ['A1', 'F1', 'b) Female', 'a) White', 'Yes', 'No', '04/01/2021', '', '', '', '', '', '', '', '', '', '', '', ''],
    ],
  });
  const data = `${folder}/data`;
  await loadWith({ data, sources: [source], asAt: '2021-03-31' });
  expect((await currentExtracts(data)).find((manifest) => manifest.source === 'ssd')?.tables.ssd_contacts?.rows).toBe(
    5,
  );
  expect(
    await query(
      data,
      'select application_id, family_id, sex, ethnicity, disability, left_on::varchar, left_reason from {prospective_adopters} order by 1',
    ),
  ).toEqual([
    ['A1|2020-02-03|1', 'F1', 'F', 'a) White', true, '2020-05-01', 'withdrew'],
    ['A1|2021-01-04|1', 'F1', 'F', 'a) White', true, null, null],
  ]);
});
