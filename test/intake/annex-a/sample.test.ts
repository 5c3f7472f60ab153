import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFigures } from '../../../src/measure/index.ts';
import { currentExtracts } from '../../../src/warehouse/index.ts';
import { allFindings, deliver, library, loadWith, query, scratch } from '../delivery.ts';

const sample = join(import.meta.dirname, '../../third-party/annex-a/Annex_A_2024_Jan.xlsx');
const folder = scratch();

test('the sample fills the tables that its lists have a place in, in codes', async () => {
  const data = `${folder}/data`;
  await loadWith({ data, sources: [sample] });
  const [manifest] = await currentExtracts(data);
  expect(manifest).toMatchObject({ format: 'annex-a', asAt: '2021-03-31', asAtBasis: 'data' });
  const rows = Object.fromEntries(Object.entries(manifest?.tables ?? {}).map(([id, table]) => [id, table.rows]));
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
  expect(findings.find(({ code }) => code === 'yes-no-unreadable')).toMatchObject({
    file: 'Annex_A_2024_Jan.xlsx › List 4',
    row: 2,
    value: 'CS Assessment Updated',
  });
});

test('flow counts for six months, the latest of a kind for the as-at date, and a year is not collected', async () => {
  const data = `${folder}/data`;
  const [manifest] = await currentExtracts(data);
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
