import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Day, Month } from '../../../src/calendar/index.ts';
import type { AuthorityFigures } from '../../../src/measure/authority-figures.ts';
import { changeBetween, effectOf } from '../../../src/measure/index.ts';
import type { Pack } from '../../../src/pack/index.ts';
import { libraryPack, measure } from '../harness.ts';

const month: Month = '2026-04';

/**
 * Worked by hand at Thursday 30 April 2026. Good Friday is 3 April, Easter Monday 6 April, the May bank holidays Monday 4
 * and Monday 25. Of each rule: the case, its last day, and the days left in the days that the rule counts.
 */
const worked: Readonly<Record<string, readonly (readonly [caseId: string, dueOn: Day, left: number])[]>> = {
  // From Monday 2 March: 21 working days by 31 March, 20 more in April make 41, and 5, 6, 7 May (not 4) with 1 May 45.
  // From Friday 20 February: 5 in February, 22 in March make 27, and the 18th of April's is Tuesday 28.
  'assessments-45-days': [
    ['A2', '2026-04-28', -2],
    ['A1', '2026-05-07', 4],
  ],
  // From Tuesday 14 April: 3 to Friday 17, 8, 13 by 1 May; Tuesday 5 is the 14th and Wednesday 6 the 15th.
  'icpc-15-days': [['E1', '2026-05-06', 3]],
  // Seen on Wednesday 1 April: Thursday 2 is the first, 7 to 10 make 5, 10, 15 by the 24th, 20 by Friday 1 May.
  // Never seen, from Monday 20 April: 4 by Friday 24, 9 by 1 May, 13 by the 8th, 18 by the 15th, 20 on Tuesday 19.
  'cp-seen-20-days': [
    ['P1', '2026-05-01', 1],
    ['P2', '2026-05-19', 12],
  ],
  // 18 months after 31 August 2024 there is no 31 February: the last of the month. The other is three weeks off.
  'cp-plans-18-months': [
    ['P1', '2026-02-28', -61],
    ['P2', '2027-10-20', 538],
  ],
  // Of the plan with reviews the next one that is due; of the young plan without any, three months after it began.
  'cp-reviews-on-time': [
    ['P1', '2026-05-15', 15],
    ['P2', '2026-07-20', 81],
  ],
  // Seen on 20 March: 42 days later is 1 May. The child in care since 27 April, not yet seen: 8 June.
  'cla-seen-6-weeks': [
    ['C1', '2026-05-01', 1],
    ['C2', '2026-06-08', 39],
  ],
  // Since the check of 29 February 2024 12 months have passed at the end of February 2025.
  'cla-health-12-months': [
    ['C1', '2025-02-28', -426],
    ['C2', '2027-04-27', 362],
  ],
  // From Monday 30 March 21 working days: 2 to 1 April and Maundy Thursday make 3, 7, 12, 17 by the 24th, 21 on the 30th.
  'unallocated-cases': [['R1', '2026-04-30', 0]],
  // A request of Wednesday 8 April: 2 by Friday, 7, 12, 17 by 1 May, 18 on Tuesday 5, the 20th on Thursday 7.
  'foi-on-time': [['F1', '2026-05-07', 4]],
};

let pack: Pack;
let figures: AuthorityFigures;

const review = (id: string, due: string, held: string | null) => ({
  cppr_cp_review_id: id,
  cppr_cp_plan_id: 'P1',
  cppr_person_id: 'p1',
  cppr_cp_review_due: due,
  cppr_cp_review_date: held,
});

beforeAll(async () => {
  const library = await libraryPack();
  pack = { ...library, indicators: new Map([...library.indicators].filter(([id]) => id in worked)) };
  figures = await measure(
    pack,
    {
      ssd_department: [
        { dept_team_id: 'X', dept_team_name: 'Whole authority' },
        { dept_team_id: 'T1', dept_team_name: 'One', dept_team_parent_id: 'X' },
        { dept_team_id: 'T2', dept_team_name: 'Two', dept_team_parent_id: 'X' },
      ],
      ssd_person: ['p1', 'p2', 'c1', 'c2'].map((id) => ({ pers_person_id: id, pers_dob: '2015-01-01' })),
      ssd_cin_assessments: [
        { id: 'A1', begun: '2026-03-02', done: null },
        { id: 'A2', begun: '2026-02-20', done: null },
        // Done on the day itself, and begun only tomorrow: neither waits.
        { id: 'A3', begun: '2026-03-02', done: '2026-04-30' },
        { id: 'A4', begun: '2026-05-01', done: null },
      ].map(({ id, begun, done }) => ({
        cina_assessment_id: id,
        cina_person_id: 'p1',
        cina_assessment_start_date: begun,
        cina_assessment_auth_date: done,
        cina_assessment_team: id === 'A2' ? 'T2' : 'T1',
        cina_assessment_worker_id: id === 'A2' ? 'W9' : null,
      })),
      ssd_s47_enquiry: [
        { s47e_s47_enquiry_id: 'E1', s47e_person_id: 'p1', s47e_s47_start_date: '2026-04-14' },
        // Its conference was held, and the other ended without one.
        { s47e_s47_enquiry_id: 'E2', s47e_person_id: 'p1', s47e_s47_start_date: '2026-04-14' },
        {
          s47e_s47_enquiry_id: 'E3',
          s47e_person_id: 'p1',
          s47e_s47_start_date: '2026-04-14',
          s47e_s47_end_date: '2026-04-21',
        },
      ],
      ssd_initial_cp_conference: [{ icpc_icpc_id: 'I2', icpc_s47_enquiry_id: 'E2', icpc_icpc_date: '2026-04-28' }],
      ssd_cp_plans: [
        { cppl_cp_plan_id: 'P1', cppl_person_id: 'p1', cppl_cp_plan_start_date: '2024-08-31' },
        { cppl_cp_plan_id: 'P2', cppl_person_id: 'p2', cppl_cp_plan_start_date: '2026-04-20' },
        {
          cppl_cp_plan_id: 'P3',
          cppl_person_id: 'p2',
          cppl_cp_plan_start_date: '2024-08-31',
          cppl_cp_plan_end_date: '2026-04-30',
        },
        {
          cppl_cp_plan_id: 'P4',
          cppl_person_id: 'p2',
          cppl_cp_plan_start_date: '2024-08-31',
          cppl_cp_plan_ola: true,
        },
      ],
      ssd_cp_reviews: [review('V1', '2025-11-15', '2025-11-14'), review('V2', '2026-05-15', null)],
      ssd_cp_visits: [
        {
          cppv_cp_visit_id: 'S1',
          cppv_person_id: 'p1',
          cppv_cp_visit_date: '2026-04-01',
          cppv_cp_visit_seen: true,
        },
        {
          cppv_cp_visit_id: 'S2',
          cppv_person_id: 'p1',
          cppv_cp_visit_date: '2026-04-20',
          cppv_cp_visit_seen: false,
        },
      ],
      ssd_cla_episodes: [
        { id: 'C1', began: '2023-01-09' },
        { id: 'C2', began: '2026-04-27' },
      ].map(({ id, began }) => ({
        clae_cla_episode_id: id,
        clae_person_id: id,
        clae_cla_id: id,
        clae_cla_episode_start_date: began,
        clae_entered_care_date: began,
      })),
      ssd_cla_visits: [
        {
          clav_cla_visit_id: 'S3',
          clav_person_id: 'C1',
          clav_cla_visit_date: '2026-03-20',
          clav_cla_visit_seen: true,
        },
      ],
      ssd_cla_health: [
        {
          clah_health_check_id: 'H1',
          clah_person_id: 'C1',
          clah_health_check_date: '2024-02-29',
          clah_health_check_type: 'Health Assessment',
        },
      ],
      ssd_cin_episodes: [{ cine_referral_id: 'R1', cine_person_id: 'r1', cine_referral_date: '2026-03-30' }],
      information_requests: [
        { request_id: 'F1', received_on: '2026-04-08', answered_on: null },
        { request_id: 'F2', received_on: '2026-04-08', answered_on: '2026-04-29' },
      ],
      ssd_involvements: [
        ['i1', 'W1', 'T1', '2026-01-05', null],
        ['i2', 'W2', 'T1', '2026-03-02', null],
        ['i3', 'W3', 'T2', '2026-04-01', '2026-04-15'],
      ].map(([id, worker, team, from, to]) => ({
        invo_involvements_id: id ?? null,
        invo_person_id: 'p1',
        invo_professional_id: worker ?? null,
        invo_professional_team: team ?? null,
        invo_involvement_start_date: from ?? null,
        invo_involvement_end_date: to ?? null,
      })),
    },
    [month],
  );
});
afterAll(() => figures.authority.engine.close());

test.for(Object.entries(worked))('%s waits for the day that a person would say', async ([id, cases]) => {
  const list = await figures.due('X');
  expect(list.asAt).toBe('2026-04-30');
  const found = list.cases.filter(({ indicator }) => indicator === id);
  expect(found.map(({ caseId, dueOn, left }) => [caseId, dueOn, left])).toEqual(cases);
});

test('work stands with its team and worker: those of the row, else those who hold the person that day', async () => {
  const all = (await figures.due('X')).cases;
  const who = (caseId: string, indicator = '') =>
    all
      .filter((one) => one.caseId === caseId && one.indicator.startsWith(indicator))
      .map(({ unit, worker }) => [unit, worker]);
  expect(who('A2')).toEqual([['T2', 'W9']]);
  expect(who('A1')).toEqual([['T1', 'W2']]);
  expect(who('P1', 'cp-seen')).toEqual([['T1', 'W2']]);
  expect(who('P2', 'cp-seen')).toEqual([['not-attributed', null]]);
  expect(who('F1')).toEqual([['not-attributed', null]]);
});

test('a unit sees what is its own, and the authority all of it', async () => {
  const ids = async (unit: string) => new Set((await figures.due(unit)).cases.map(({ caseId }) => caseId));
  expect(await ids('T2')).toEqual(new Set(['A2']));
  expect([...(await ids('T1'))].sort()).toEqual(['A1', 'E1', 'P1']);
  expect(await ids('X')).toEqual(new Set(Object.values(worked).flatMap((cases) => cases.map(([id]) => id))));
});

test('late work moves the figure by what one case weighs in it', () => {
  const definition = (id: string) => {
    const found = pack.indicators.get(id)?.versions[0]?.definition;
    if (!found) throw new Error(id);
    return found;
  };
  const effect = (id: string) => effectOf(definition(id), figures.observation(id, 'X', month));
  // One assessment was authorised in April; the next one is the second, so in time or late is 50 points.
  expect(effect('assessments-45-days')).toEqual({ how: 'out-of-numerator', swing: 50 });
  // Two plans are open: each is half.
  expect(effect('cp-plans-18-months')).toEqual({ how: 'into-numerator', swing: 50 });
  expect(effect('unallocated-cases')).toEqual({ how: 'counted', swing: 1 });
});

test('what changed from one list to the next is what came and what went', async () => {
  const now = await figures.due('X');
  const [first, ...others] = now.cases;
  if (!first) throw new Error('nothing waits');
  const moved = { ...first, dueOn: '2026-01-01' };
  const before = { ...now, asAt: '2026-03-31', cases: [moved, ...others.slice(1)] };
  const change = changeBetween(before, now);
  expect(change).toEqual({ from: '2026-03-31', added: [first, others[0]], gone: [moved] });
});
