import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { currentExtracts } from '../../src/warehouse/index.ts';
import { allFindings, deliver, loadWith, query, scratch } from './delivery.ts';

const folder = scratch();
const samples = join(import.meta.dirname, '../third-party/cin-census');

const header = (told: string) =>
  `<Message><Header><CollectionDetails><Collection>CIN</Collection>${told}</CollectionDetails><Source><LEA>201</LEA></Source></Header>`;
const child = (id: string, born: string, more: string, details: string) => `
<Child>
<ChildIdentifiers><LAchildID>${id}</LAchildID><UPNunknown>UN2</UPNunknown><PersonBirthDate>${born}</PersonBirthDate>${more}</ChildIdentifiers>
<ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>AUT</Disability><Disability>AUT</Disability><Disability>LD</Disability></Disabilities></ChildCharacteristics>
${details}
</Child>`;

/** Two enquiries and one conference that led to a plan; another child whose conference is still to come. */
const worked = `${header('<Year>2024</Year><ReferenceDate>2024-03-31</ReferenceDate>')}<Children>${child(
  'A1',
  '2015-03-27',
  '<GenderCurrent>2</GenderCurrent>',
  `<CINdetails>
<CINreferralDate>2023-05-02</CINreferralDate><ReferralSource>1A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><DateOfInitialCPC>2023-05-26</DateOfInitialCPC>
<Assessments><AssessmentActualStartDate>2023-05-03</AssessmentActualStartDate><AssessmentAuthorisationDate>2023-06-20</AssessmentAuthorisationDate>
<FactorsIdentifiedAtAssessment><AssessmentFactors>4B</AssessmentFactors><AssessmentFactors>16A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
<Section47><S47ActualStartDate>2023-05-04</S47ActualStartDate><InitialCPCtarget>2023-05-26</InitialCPCtarget><DateOfInitialCPC>2023-05-26</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired></Section47>
<Section47><S47ActualStartDate>2023-05-10</S47ActualStartDate><InitialCPCtarget>2023-06-01</InitialCPCtarget><DateOfInitialCPC>2023-05-26</DateOfInitialCPC><ICPCnotRequired>false</ICPCnotRequired></Section47>
<Section47><S47ActualStartDate>2023-09-01</S47ActualStartDate><InitialCPCtarget>2023-09-22</InitialCPCtarget><ICPCnotRequired>true</ICPCnotRequired></Section47>
<CINPlanDates><CINPlanStartDate>2024-01-02</CINPlanStartDate></CINPlanDates>
<ReferralNFA>0</ReferralNFA>
<ChildProtectionPlans><CPPstartDate>2023-05-26</CPPstartDate><CPPendDate>2023-12-20</CPPendDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse><NumberOfPreviousCPP>1</NumberOfPreviousCPP>
<Reviews><CPPreviewDate>2023-08-20</CPPreviewDate><CPPreviewDate>2023-11-30</CPPreviewDate></Reviews></ChildProtectionPlans>
<PreProceedingsandFGDM><PPStartDate>2023-10-02</PPStartDate><LBPSentDate>2023-10-03</LBPSentDate><ReviewMeetingsCount>2</ReviewMeetingsCount><PPOutcome>A</PPOutcome></PreProceedingsandFGDM>
</CINdetails>`,
)}${child(
  'B2',
  '2023-11-01',
  '<Sex>M</Sex>',
  `<CINdetails><CINreferralDate>2023-07-01</CINreferralDate><ReferralNFA>false</ReferralNFA>
<Section47><S47ActualStartDate>2024-03-20</S47ActualStartDate><InitialCPCtarget>2024-04-12</InitialCPCtarget><ICPCnotRequired>0</ICPCnotRequired></Section47></CINdetails>
<CINdetails><CINreferralDate>2023-07-01</CINreferralDate><ReferralNFA>true</ReferralNFA></CINdetails>`,
)}</Children></Message>`;

async function load(name: string, text: string) {
  const source = await deliver(`${folder}/${name}`, { 'census.xml': text });
  const data = `${folder}/${name}-data`;
  await loadWith({ data, sources: [source] });
  return data;
}

describe('a census of two children, worked by hand', () => {
  let data = '';
  const rows = (sql: string) => query(data, sql);
  beforeAll(async () => {
    data = await load('worked', worked);
  });

  test('it speaks for the year that ends on its reference date, of all modules', async () => {
    const [manifest] = await currentExtracts(data);
    expect(manifest).toMatchObject({ format: 'cin-census', asAt: '2024-03-31', asAtBasis: 'format' });
    expect(Object.keys(manifest?.tables ?? {}).sort()).toEqual([
      'ssd_assessment_factors',
      'ssd_cin_assessments',
      'ssd_cin_episodes',
      'ssd_cin_plans',
      'ssd_cp_plans',
      'ssd_cp_reviews',
      'ssd_disability',
      'ssd_initial_cp_conference',
      'ssd_person',
      'ssd_pre_proceedings',
      'ssd_s47_enquiry',
    ]);
    expect(manifest?.tables.ssd_cp_plans).toMatchObject({ from: '2023-04-01', to: '2024-03-31' });
    expect(manifest?.tables.ssd_s47_enquiry?.columns).not.toContain('s47e_s47_end_date');
  });

  test('people, disabilities and referrals', async () => {
    expect(
      await rows('select pers_person_id, pers_sex, pers_dob::varchar, pers_upn_unknown from {ssd_person} order by 1'),
    ).toEqual([
      ['A1', 'F', '2015-03-27', 'UN2'],
      ['B2', 'M', '2023-11-01', 'UN2'],
    ]);
    expect(await rows('select disa_person_id, disa_disability_code from {ssd_disability} order by all')).toEqual([
      ['A1', 'AUT'],
      ['A1', 'LD'],
      ['B2', 'AUT'],
      ['B2', 'LD'],
    ]);
    expect(
      await rows(
        'select cine_referral_id, cine_referral_nfa, cine_referral_source_code from {ssd_cin_episodes} order by 1',
      ),
    ).toEqual([
      ['A1|2023-05-02|1', false, '1A'],
      ['B2|2023-07-01|1', false, null],
      ['B2|2023-07-01|2', true, null],
    ]);
  });

  test('assessments with their factors, plans and pre-proceedings', async () => {
    expect(
      await rows(`select cina_referral_id, cina_assessment_start_date::varchar, cina_assessment_auth_date::varchar, cinf_assessment_factors_json
        from {ssd_cin_assessments} join {ssd_assessment_factors} on cinf_assessment_id = cina_assessment_id`),
    ).toEqual([['A1|2023-05-02|1', '2023-05-03', '2023-06-20', '["16A","4B"]']]);
    expect(await rows('select cinp_referral_id, cinp_cin_plan_end_date from {ssd_cin_plans}')).toEqual([
      ['A1|2023-05-02|1', null],
    ]);
    expect(
      await rows(
        'select prep_pre_pro_decision_date::varchar, prep_pre_pro_meetings_num, prep_pre_pro_outcome from {ssd_pre_proceedings}',
      ),
    ).toEqual([['2023-10-02', 2, 'A']]);
  });

  test('a conference is told once, by the enquiry that began last before it; one that is due stands without a date', async () => {
    expect(
      await rows(`select icpc_icpc_date::varchar, icpc_icpc_target_date::varchar, icpc_s47_enquiry_id, icpc_cp_plan_id
        from {ssd_initial_cp_conference} order by icpc_person_id`),
    ).toEqual([
      ['2023-05-26', '2023-06-01', 'A1|2023-05-10|1', 'A1|2023-05-26|1'],
      [null, '2024-04-12', 'B2|2024-03-20|1', null],
    ]);
    expect((await rows('select count(*) from {ssd_s47_enquiry}'))[0]).toEqual([4]);
  });

  test('a plan has its conference, its categories and its reviews', async () => {
    expect(
      await rows(`select cppl_icpc_id, cppl_cp_plan_initial_category, cppl_cp_plan_latest_category,
          list(cppr_cp_review_date::varchar order by cppr_cp_review_date)::varchar
        from {ssd_cp_plans} join {ssd_cp_reviews} on cppr_cp_plan_id = cppl_cp_plan_id group by all`),
    ).toEqual([['A1|2023-05-26|1', 'NEG', 'EMO', '[2023-08-20, 2023-11-30]']]);
  });

  test('the only findings are the disabilities that stand twice', async () => {
    expect((await allFindings(data)).map(({ code, column, value }) => [code, column, value])).toEqual([
      ['key-twice', 'Disability', 'AUT'],
      ['key-twice', 'Disability', 'AUT'],
    ]);
  });
});

describe('censuses that are wrong', () => {
  const referral = (more: string) => `<CINdetails><CINreferralDate>2023-05-02</CINreferralDate>${more}</CINdetails>`;

  test('days that cannot be are findings, and are kept', async () => {
    const details = referral(`<CINclosureDate>2023-05-01</CINclosureDate>
<Section47><S47ActualStartDate>2023-05-09</S47ActualStartDate><DateOfInitialCPC>2023-05-08</DateOfInitialCPC></Section47>
<ChildProtectionPlans><CPPstartDate>2024-05-01</CPPstartDate></ChildProtectionPlans>
<Assessments><AssessmentActualStartDate>1999-01-01</AssessmentActualStartDate></Assessments>`);
    const text = `${header('<ReferenceDate>2024-03-31</ReferenceDate>')}<Children>${child('1', '2015-01-01', '<PersonDeathDate>2023-05-05</PersonDeathDate>', details)}</Children></Message>`;
    const data = await load('impossible', text);
    const found = (await allFindings(data))
      .filter(({ code }) => code.startsWith('census'))
      .map(({ code, row, column, value }) => [code, row, column, value]);
    expect(found).toEqual([
      ['census-out-of-order', 5, 'CINclosureDate', '2023-05-01'],
      ['census-after-death', 6, 'DateOfInitialCPC', '2023-05-08'],
      ['census-out-of-order', 6, 'DateOfInitialCPC', '2023-05-08'],
      ['census-after-death', 6, 'S47ActualStartDate', '2023-05-09'],
      ['census-after-death', 7, 'CPPstartDate', '2024-05-01'],
      ['census-after-reference-date', 7, 'CPPstartDate', '2024-05-01'],
      ['census-before-birth', 8, 'AssessmentActualStartDate', '1999-01-01'],
      ['census-out-of-order', 8, 'AssessmentActualStartDate', '1999-01-01'],
    ]);
    expect((await query(data, 'select cine_close_date::varchar from {ssd_cin_episodes}'))[0]).toEqual(['2023-05-01']);
  });

  test('without a reference date the year stands in, with a finding; without both it is refused', async () => {
    const of = (told: string) =>
      `${header(told)}<Children>${child('1', '2015-01-01', '', referral(''))}</Children></Message>`;
    const data = await load('year', of('<Year>2024</Year><ReferenceDate>soon</ReferenceDate>'));
    expect((await currentExtracts(data))[0]).toMatchObject({ asAt: '2024-03-31' });
    expect((await allFindings(data)).map(({ code }) => code)).toContain('census-date-assumed');
    await expect(load('no-year', of(''))).rejects.toThrow(/no readable ReferenceDate and no Year/);
  });
});

describe('the samples', () => {
  test.each([
    ['fake_CIN_data.xml', 332, 402, '2022-07-21'],
    ['BAR_cin_2022.xml', 1, 1, '2022-03-31'],
    ['CIN_Census_2024.xml', 2, 2, '2024-03-31'],
  ])('%s loads as it is: %d children, %d referrals', async (file, children, referrals, asAt) => {
    const data = `${folder}/${file}-data`;
    await loadWith({ data, sources: [join(samples, file)] });
    const count = async (table: string) => (await query(data, `select count(*) from {${table}}`))[0]?.[0];
    expect(await count('ssd_person')).toBe(children);
    expect(await count('ssd_cin_episodes')).toBe(referrals);
    expect((await currentExtracts(data))[0]).toMatchObject({ asAt });
  });

  test('what a person sees wrong in the two-child sample is found', async () => {
    const found = (await allFindings(`${folder}/CIN_Census_2024.xml-data`)).map(({ code, row, value }) => [
      code,
      row,
      value,
    ]);
    expect(found).toContainEqual(['text-stray', 26, null]);
    expect(found).toContainEqual(['code-unknown', 46, 'RB']);
    expect(found).toContainEqual(['census-after-reference-date', 41, '2028-04-28']);
    expect(found).toContainEqual(['census-out-of-order', 41, '2020-09-19']);
  });
});
