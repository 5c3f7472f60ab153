import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Month } from '../../src/calendar/index.ts';
import type { AuthorityFigures } from '../../src/measure/authority-figures.ts';
import { libraryPack, measure } from './harness.ts';

/** A case worked by hand: from, to, and whether it is in the numerator at the end of the month. */
type Worked = readonly [from: string, to: string, month: Month, counts: boolean];

const worked: Readonly<Record<string, readonly Worked[]>> = {
  // The day it starts is not counted; weekends and bank holidays are no working days.
  'assessments-20-days': [
    // Easter: four weeks from Monday 23 March end on Monday 20 April; 3 and 6 April are off, so the 20th day is 22 April.
    ['2026-03-23', '2026-04-22', '2026-04', true],
    ['2026-03-23', '2026-04-23', '2026-04', false],
    // Christmas: from Monday 7 December to 4 January; 25 December, 28 for Saturday 26, and 1 January are off: 7 January.
    ['2026-12-07', '2027-01-07', '2027-01', true],
    ['2026-12-07', '2027-01-08', '2027-01', false],
    // It starts on Easter Monday and the early May holiday of 4 May lies on its edge: 4, 9, 14, 19 by 1 May, then 5 May.
    ['2026-04-06', '2026-05-05', '2026-05', true],
    ['2026-04-06', '2026-05-06', '2026-05', false],
    // It ends on a bank holiday, which is not counted: Thursday 2 April to Friday 1 May is 19, and 4 May still 19.
    ['2026-04-02', '2026-05-04', '2026-05', true],
    // 29 February 2028 is a Tuesday and a day like others: 3, 8, 13, 18 by 25 February, 28 is the 19th, 29 the 20th.
    ['2028-02-01', '2028-02-29', '2028-02', true],
    ['2028-02-01', '2028-03-01', '2028-03', false],
  ],
  'assessments-45-days': [
    // Nine weeks from Monday 16 November end on Monday 18 January; 25 and 28 December and 1 January are off: Thursday 21.
    ['2026-11-16', '2027-01-21', '2027-01', true],
    ['2026-11-16', '2027-01-22', '2027-01', false],
    // By Friday 22 May it is 44 weekdays less 3 April, 6 April and 4 May: 41. 25 May is off, and 29 May is the 45th.
    ['2026-03-23', '2026-05-29', '2026-05', true],
    ['2026-03-23', '2026-06-01', '2026-06', false],
  ],
  // Open at the end of the month, and begun 18 months before it: 31 August 2025 has no 31st there, so it is 29 February 2024.
  'cp-plans-18-months': [
    ['2024-02-29', '', '2025-08', true],
    ['2024-03-01', '', '2025-08', false],
    ['2024-08-28', '', '2026-02', true],
    ['2024-08-29', '', '2026-02', false],
  ],
  // Months end on the same day of the month, or on the last one where there is no such day.
  'cp-plans-ended-3-months': [
    ['2025-11-30', '2026-02-28', '2026-02', true],
    ['2025-11-30', '2026-03-01', '2026-03', false],
    ['2027-11-30', '2028-02-29', '2028-02', true],
    ['2027-11-30', '2028-03-01', '2028-03', false],
    ['2026-01-31', '2026-04-30', '2026-04', true],
    ['2026-01-31', '2026-05-01', '2026-05', false],
    ['2024-02-29', '2024-05-29', '2024-05', true],
    ['2024-02-29', '2024-05-30', '2024-05', false],
  ],
  // 730 days and more: from 1 March 2023 it is 366 to 1 March 2024 (29 February is one of them) and 364 more to 28 February 2025.
  'cp-plans-ended-2-years': [
    ['2023-03-01', '2025-02-28', '2025-02', true],
    ['2023-03-01', '2025-02-27', '2025-02', false],
    // Without a 29 February between: 365 to 1 April 2026, and 365 more to 1 April 2027.
    ['2025-04-01', '2027-04-01', '2027-04', true],
    ['2025-04-01', '2027-03-31', '2027-03', false],
  ],
};
/** Of proceedings: 182 days from the application to the final order, whatever day it is. */
const proceedings: readonly Worked[] = [
  // The first half of a leap year has 182 days, of another year 181.
  ['2024-01-01', '2024-07-01', '2024-07', true],
  ['2024-01-01', '2024-07-02', '2024-07', false],
  ['2025-01-01', '2025-07-02', '2025-07', true],
  ['2025-01-01', '2025-07-03', '2025-07', false],
  // 30, 61, 91, 122, 153 and 181 days at the ends of the months from September to February.
  ['2025-08-31', '2026-03-01', '2026-03', true],
  ['2025-08-31', '2026-03-02', '2026-03', false],
  // A bank holiday is a day like others.
  ['2025-06-26', '2025-12-25', '2025-12', true],
  ['2025-06-25', '2025-12-25', '2025-12', false],
];
/** Of complaints, ten working days, in the month in which the answer is due: received, answered. */
const complaints: readonly Worked[] = [
  // 27, 30, 31 March, 1 and 2 April are five; 3 and 6 April are off; 7 to 10 make nine, and Monday 13 is the tenth.
  ['2026-03-26', '2026-04-13', '2026-04', true],
  ['2026-03-26', '2026-04-14', '2026-04', false],
  // 22 to 24 and 29 to 31 December are six; 1 January is off; 4 to 7 January make ten.
  ['2026-12-21', '2027-01-07', '2027-01', true],
  ['2026-12-21', '2027-01-08', '2027-01', false],
  // 29 February 2028 is the tenth: three by Friday 18, eight by Friday 25.
  ['2028-02-15', '2028-02-29', '2028-02', true],
  ['2028-02-15', '2028-03-01', '2028-02', false],
  // Received on a Saturday, the last of January: the count begins on Monday.
  ['2026-01-31', '2026-02-13', '2026-02', true],
  ['2026-01-31', '2026-02-14', '2026-02', false],
];
/** Of a second plan: the end of the earlier one, the start of the later, 24 months at most between. */
const secondPlans: readonly Worked[] = [
  ['2024-02-28', '2026-02-28', '2026-02', true],
  ['2024-02-29', '2026-02-28', '2026-02', true],
  ['2024-02-27', '2026-02-28', '2026-02', false],
  // From 29 February 2028 it is 28 February 2026.
  ['2026-02-28', '2028-02-29', '2028-02', true],
  ['2026-02-27', '2028-02-29', '2028-02', false],
  ['2024-03-31', '2026-03-31', '2026-03', true],
  ['2024-03-30', '2026-03-31', '2026-03', false],
  // It begins on Christmas Day.
  ['2024-12-25', '2026-12-25', '2026-12', true],
  ['2024-12-24', '2026-12-25', '2026-12', false],
];
const others: Readonly<Record<string, readonly Worked[]>> = {
  'proceedings-26-weeks': proceedings,
  'complaints-on-time': complaints,
  'cp-repeat-24-months': secondPlans,
};
const reReferrals: readonly Worked[] = [
  // Twelve months back from 28 February 2025 is 28 February 2024; 29 February 2024 lies after it.
  ['2024-02-29', '2025-02-28', '2025-02', true],
  ['2024-02-28', '2025-02-28', '2025-02', true],
  ['2024-02-27', '2025-02-28', '2025-02', false],
  // From 29 February 2028 it is 28 February 2027.
  ['2027-02-28', '2028-02-29', '2028-02', true],
  ['2027-02-27', '2028-02-29', '2028-02', false],
  ['2025-03-31', '2026-03-31', '2026-03', true],
  ['2025-03-30', '2026-03-31', '2026-03', false],
];

const months = [
  ...new Set([...Object.values(worked), ...Object.values(others), reReferrals].flat().map(([, , month]) => month)),
].toSorted();
const rule = (id: string) => id.replaceAll('-', '');
let figures: AuthorityFigures;

beforeAll(async () => {
  const pack = await libraryPack();
  const wanted = new Set([...Object.keys(worked), ...Object.keys(others), 're-referrals']);
  const indicators = new Map([...pack.indicators].filter(([id]) => wanted.has(id)));
  const plans = (id: string) =>
    (worked[id] ?? []).map(([from, to], at) => ({
      cppl_cp_plan_id: `${rule(id)}${at}`,
      cppl_person_id: `${rule(id)}${at}`,
      cppl_cp_plan_start_date: from,
      cppl_cp_plan_end_date: to || null,
    }));
  const assessments = (id: string) =>
    (worked[id] ?? []).map(([from, to], at) => ({
      cina_assessment_id: `${rule(id)}${at}`,
      cina_person_id: `${rule(id)}${at}`,
      cina_assessment_start_date: from,
      cina_assessment_auth_date: to,
    }));
  figures = await measure(
    { ...pack, indicators },
    {
      ssd_cin_assessments: [...assessments('assessments-20-days'), ...assessments('assessments-45-days')],
      ssd_cp_plans: [
        ...['cp-plans-18-months', 'cp-plans-ended-3-months', 'cp-plans-ended-2-years'].flatMap(plans),
        ...secondPlans.flatMap(([ended, started], at) => [
          {
            cppl_cp_plan_id: `first${at}`,
            cppl_person_id: `S${at}`,
            cppl_cp_plan_start_date: '2020-01-06',
            cppl_cp_plan_end_date: ended,
          },
          {
            cppl_cp_plan_id: `cprepeat24months${at}`,
            cppl_person_id: `S${at}`,
            cppl_cp_plan_start_date: started,
            cppl_cp_plan_end_date: null,
          },
        ]),
      ],
      care_proceedings: proceedings.map(([from, to], at) => ({
        proceedings_id: `proceedings26weeks${at}`,
        person_id: `C${at}`,
        issued_on: from,
        concluded_on: to,
      })),
      complaints: complaints.map(([from, to], at) => ({
        complaint_id: `complaintsontime${at}`,
        stage: 1,
        received_on: from,
        answered_on: to,
      })),
      ssd_cin_episodes: reReferrals.flatMap(([earlier, later], at) => [
        { cine_referral_id: `before${at}`, cine_person_id: `P${at}`, cine_referral_date: earlier },
        { cine_referral_id: `rereferrals${at}`, cine_person_id: `P${at}`, cine_referral_date: later },
      ]),
    },
    months,
  );
});
afterAll(() => figures.authority.engine.close());

test.for([...Object.entries(worked), ...Object.entries(others), ['re-referrals', reReferrals] as const])(
  '%s counts its days as a person does',
  async ([id, cases]) => {
    for (const [at, [from, to, month, counts]] of cases.entries()) {
      const list = await figures.cases(id, 'authority', month);
      const found = list.cases.find(({ caseId }) => caseId === `${rule(id)}${at}`);
      expect([from, to, found?.inNumerator]).toEqual([from, to, counts]);
    }
  },
);
