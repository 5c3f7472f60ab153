import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Month } from '../../src/calendar/index.ts';
import type { AuthorityFigures } from '../../src/measure/authority-figures.ts';
import { libraryPack, measure } from './harness.ts';

/** What is so of a case at the end of a month: whether it is in the numerator, or that it is not counted at all. */
type Said = 'in the numerator' | 'counted' | 'not counted';
/** A case worked by hand; a rule with one day has no second. */
type Worked = readonly [from: string, to: string, month: Month, said: Said];

const yes = 'in the numerator';
const no = 'counted';
const out = 'not counted';

/** Entered care, placed for adoption: 14 months later is the same day of the month, or the last where there is no such day. */
const adoptions: readonly Worked[] = [
  ['2024-12-31', '2026-02-28', '2026-02', yes],
  ['2024-12-31', '2026-03-01', '2026-03', no],
  ['2026-12-31', '2028-02-29', '2028-02', yes],
  ['2026-12-31', '2028-03-01', '2028-03', no],
  ['2024-02-29', '2025-04-29', '2025-04', yes],
  ['2024-02-29', '2025-04-30', '2025-04', no],
  ['2025-01-31', '2026-03-31', '2026-03', yes],
  ['2025-01-31', '2026-04-01', '2026-04', no],
  // A bank holiday is a day like others: placed on Christmas Day, and on Boxing Day.
  ['2024-10-25', '2025-12-25', '2025-12', yes],
  ['2024-10-25', '2025-12-26', '2025-12', no],
];
/** Of requests for information, 20 working days, in the month in which the answer is due: received, answered. */
const requests: readonly Worked[] = [
  // Easter: 3 and 6 April are off, so of the four weeks to Monday 20 April 18 days count, and the 20th is 22 April.
  ['2026-03-23', '2026-04-22', '2026-04', yes],
  ['2026-03-23', '2026-04-23', '2026-04', no],
  // It comes in on Easter Monday: 4, 9, 14, 19 by Friday 1 May; 4 May is off, and 5 May is the 20th.
  ['2026-04-06', '2026-05-05', '2026-05', yes],
  ['2026-04-06', '2026-05-06', '2026-05', no],
  // 5, 10 by Friday 18 December, 14 by Christmas Eve, 17 by New Year's Eve, and 20 by 6 January without New Year's Day.
  ['2026-12-04', '2027-01-06', '2027-01', yes],
  ['2026-12-04', '2027-01-07', '2027-01', no],
  // 29 February 2028 is the 20th: 3, 8, 13 and 18 by Friday 25.
  ['2028-02-01', '2028-02-29', '2028-02', yes],
  ['2028-02-01', '2028-03-01', '2028-02', no],
  // It comes in on Saturday, the last of January: four whole weeks from Monday 2 February end on Friday 27.
  ['2026-01-31', '2026-02-27', '2026-02', yes],
  ['2026-01-31', '2026-02-28', '2026-02', no],
  ['2026-01-31', '', '2026-02', no],
];
/** One working day: of a referral and its decision, and of a contact and its referral. */
const nextDay: readonly Worked[] = [
  // From Maundy Thursday the next working day is Tuesday 7 April.
  ['2026-04-02', '2026-04-07', '2026-04', yes],
  ['2026-04-02', '2026-04-08', '2026-04', no],
  // From Christmas Eve, a Thursday, it is Tuesday 29: Boxing Day is a Saturday, and Monday 28 is off for it.
  ['2026-12-24', '2026-12-29', '2026-12', yes],
  ['2026-12-24', '2026-12-30', '2026-12', no],
  // Tuesday 29 February 2028 is the next day, and Wednesday 1 March the second.
  ['2028-02-28', '2028-02-29', '2028-02', yes],
  ['2028-02-28', '2028-03-01', '2028-02', no],
  // 29 February 2024 is a Thursday: Friday 1 March is the next day, and Saturday adds none.
  ['2024-02-29', '2024-03-02', '2024-02', yes],
  ['2024-02-29', '2024-03-04', '2024-02', no],
  // Saturday, the last of January.
  ['2026-01-31', '2026-02-02', '2026-01', yes],
  ['2026-01-31', '2026-02-03', '2026-01', no],
  ['2026-01-30', '', '2026-01', no],
];
/** More than 21 working days from the referral to the end of the month, and nobody involved: a count, of which each is one. */
const unallocated: readonly Worked[] = [
  // April has 20, without Good Friday and Easter Monday: with 31 March it is 21, with Monday 30 March 22.
  ['2026-03-30', '', '2026-04', out],
  ['2026-03-29', '', '2026-04', yes],
  ['2026-03-27', '', '2026-04', yes],
  // December has 21: 4, 9, 14, 18 by Christmas Eve and 29 to 31.
  ['2026-11-30', '', '2026-12', out],
  ['2026-11-27', '', '2026-12', yes],
  // February 2028 has 21, the 29th among them.
  ['2028-01-31', '', '2028-02', out],
  ['2028-01-28', '', '2028-02', yes],
  // May ends on a Sunday and has 19, without 4 and 25: with 30 and 29 April it is 21, with 28 April 22.
  ['2026-04-28', '', '2026-05', out],
  ['2026-04-27', '', '2026-05', yes],
];
/** Of a plan open for 30 working days or more, the child seen in the last 30: the plan's start, the visit. */
const seen: readonly Worked[] = [
  // To the 20 of April ten of March: 30 and 31, 23 to 27, 18 to 20; so the 30 are those after 17 March.
  ['2025-01-06', '2026-03-17', '2026-04', yes],
  ['2025-01-06', '2026-03-16', '2026-04', no],
  ['2026-03-17', '2026-03-17', '2026-04', yes],
  ['2026-03-18', '2026-03-18', '2026-04', out],
  // To the 21 of December nine of November: 30, 23 to 27, 18 to 20.
  ['2025-01-06', '2026-11-17', '2026-12', yes],
  ['2025-01-06', '2026-11-16', '2026-12', no],
  ['2026-11-17', '', '2026-12', no],
  ['2026-11-18', '', '2026-12', out],
  // To the 21 of February 2028 nine of January: 31, 24 to 28, 19 to 21.
  ['2025-01-06', '2028-01-18', '2028-02', yes],
  ['2025-01-06', '2028-01-17', '2028-02', no],
  ['2028-01-18', '2028-02-29', '2028-02', yes],
  ['2028-01-19', '2028-02-29', '2028-02', out],
  // To the 19 of May eleven of April: 27 to 30, 20 to 24, 16 and 17.
  ['2025-01-06', '2026-04-15', '2026-05', yes],
  ['2025-01-06', '2026-04-14', '2026-05', no],
];
/** Care leavers aged 19 to 21 at the end of the month: born. */
const leavers: readonly Worked[] = [
  // Born on 29 February: where there is none, a year older on 1 March, not on 28 February.
  ['2008-02-29', '', '2027-02', out],
  ['2008-02-29', '', '2027-03', yes],
  ['2004-02-29', '', '2026-02', yes],
  ['2004-02-29', '', '2026-03', out],
  // Born the day before and the day after, in a year with a 29 February.
  ['2009-02-28', '', '2028-02', yes],
  ['2009-03-01', '', '2028-02', out],
  ['2006-02-28', '', '2028-02', out],
  ['2006-03-01', '', '2028-02', yes],
  // A birthday on the last of the month, which is the summer bank holiday.
  ['2007-08-31', '', '2026-08', yes],
  ['2007-09-01', '', '2026-08', out],
];
/** Children of 4 to 16 who have been looked after for a year: born. */
const children: readonly Worked[] = [
  // Born on 29 February: four on 29 February, and seventeen on 1 March 2029.
  ['2024-02-29', '', '2028-01', out],
  ['2024-02-29', '', '2028-02', no],
  ['2024-03-01', '', '2028-02', out],
  ['2012-02-29', '', '2029-02', no],
  ['2012-02-29', '', '2029-03', out],
  // Born on the last of May, in 2027 the late May bank holiday.
  ['2023-05-31', '', '2027-05', no],
  ['2023-06-01', '', '2027-05', out],
];

const rules = {
  'adoption-within-14-months': adoptions,
  'foi-on-time': requests,
  'referral-decisions-1-day': nextDay,
  'contacts-to-referral': nextDay,
  'unallocated-cases': unallocated,
  'cin-seen-30-days': seen,
  'care-leavers-in-touch': leavers,
  'cla-sdq-scored': children,
} as const;
const months = [
  ...new Set(
    Object.values(rules)
      .flat()
      .map(([, , month]) => month),
  ),
].toSorted();

/** A row of each case, with its id and its person's, which are those of no other rule. */
const rowsOf = <Row>(id: keyof typeof rules, row: (key: string, from: string, to: string | null) => Row): Row[] =>
  rules[id].map(([from, to], at) => row(`${id}-${at}`, from, to || null));

const referral = (key: string, person: string, day: string | null) =>
  day === null ? [] : [{ cine_referral_id: key, cine_person_id: person, cine_referral_date: day }];
const born = (key: string, day: string) => ({ pers_person_id: key, pers_dob: day });
const inCare = (key: string, entered: string) => ({
  clae_cla_episode_id: key,
  clae_person_id: key,
  clae_cla_id: key,
  clae_cla_episode_start_date: entered,
  clae_entered_care_date: entered,
});

let figures: AuthorityFigures;

beforeAll(async () => {
  const pack = await libraryPack();
  const indicators = new Map([...pack.indicators].filter(([id]) => id in rules));
  figures = await measure(
    { ...pack, indicators },
    {
      ssd_person: [...rowsOf('care-leavers-in-touch', born), ...rowsOf('cla-sdq-scored', born)],
      ssd_cla_episodes: [
        ...rowsOf('adoption-within-14-months', inCare),
        ...rowsOf('cla-sdq-scored', (key) => inCare(key, '2025-01-06')),
      ],
      ssd_permanence: rowsOf('adoption-within-14-months', (key, _, placed) => ({
        perm_table_id: key,
        perm_person_id: key,
        perm_cla_id: key,
        perm_placed_for_adoption_date: placed,
      })),
      information_requests: rowsOf('foi-on-time', (key, received, answered) => ({
        request_id: key,
        received_on: received,
        answered_on: answered,
      })),
      ssd_contacts: rowsOf('contacts-to-referral', (key, received) => ({
        cont_contact_id: key,
        cont_person_id: key,
        cont_contact_date: received,
      })),
      ssd_cin_episodes: [
        ...rowsOf('contacts-to-referral', (key, _, referred) => referral(key, key, referred)),
        ...rowsOf('referral-decisions-1-day', (key, referred) => referral(key, key, referred)),
        ...rowsOf('unallocated-cases', (key, referred) => referral(key, key, referred)),
      ].flat(),
      referral_decisions: rowsOf('referral-decisions-1-day', (key, _, decided) => ({
        decision_id: key,
        referral_id: key,
        decided_on: decided,
      })),
      ssd_cin_plans: rowsOf('cin-seen-30-days', (key, started) => ({
        cinp_cin_plan_id: key,
        cinp_person_id: key,
        cinp_cin_plan_start_date: started,
      })),
      ssd_cin_visits: rowsOf('cin-seen-30-days', (key, _, visited) => ({
        cinv_cin_visit_id: key,
        cinv_person_id: key,
        cinv_cin_visit_date: visited,
        cinv_cin_visit_seen: true,
      })),
      ssd_care_leavers: rowsOf('care-leavers-in-touch', (key) => ({
        clea_table_id: key,
        clea_person_id: key,
        clea_care_leaver_eligibility: 'Former relevant',
        clea_care_leaver_in_touch: 'YES',
      })),
    },
    months,
  );
});
afterAll(() => figures.authority.engine.close());

test.for(Object.entries(rules))('%s draws its line where a person does', async ([id, cases]) => {
  for (const [at, [from, to, month, said]] of cases.entries()) {
    const list = await figures.cases(id, 'authority', month);
    const found = list.cases.find(({ caseId }) => caseId === `${id}-${at}`);
    const drawn = found === undefined ? out : found.inNumerator ? yes : no;
    expect([from, to, month, drawn]).toEqual([from, to, month, said]);
  }
});
