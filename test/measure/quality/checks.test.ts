import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Organisation } from '../../../src/measure/organisation.ts';
import { prepare } from '../../../src/measure/prepare.ts';
import { allRowsSql, runnable } from '../../../src/measure/quality/checked-rows.ts';
import type { Pack } from '../../../src/pack/index.ts';
import {
  type Engine,
  type ExtractTable,
  literal,
  openDuckDb,
  quoted,
  type Session,
} from '../../../src/warehouse/index.ts';
import { libraryPack } from '../harness.ts';

type Cell = string | number | boolean | null;
type Row = Record<string, Cell>;
type Rows = Record<string, Row[]>;

const asAt = '2026-10-31';
let pack: Pack;
let engine: Engine;
let session: Session;

beforeAll(async () => {
  pack = await libraryPack();
  const sqlTypes = {
    id: 'text',
    text: 'text',
    code: 'text',
    date: 'date',
    'yes-no': 'boolean',
    integer: 'bigint',
    decimal: 'decimal(18, 4)',
  };
  engine = await openDuckDb({
    tables: [...pack.datasets.values()].map(({ id, columns }) => ({
      name: id,
      files: [],
      columns: Object.entries(columns).map(([name, { type }]) => ({ name, sqlType: sqlTypes[type] })),
    })),
    folders: [],
    bankHolidays: [],
    threads: 1,
  });
  session = await engine.session();
  const organisation = Organisation.fromDepartments([{ id: 'E1', name: null, parent: null }]);
  await prepare(session, { pack, months: ['2026-10'], organisation, statements: [] });
});
afterAll(() => engine.close());

const tables = (): Map<string, ExtractTable> =>
  new Map(
    [...pack.datasets.values()].map(({ id, columns }) => [
      id,
      { file: '', rows: 0, columns: Object.keys(columns), from: null, to: asAt },
    ]),
  );

/** What a check finds in some rows: dataset and key. */
async function found(code: string, rows: Rows): Promise<string[]> {
  const check = pack.checks.get(code);
  if (!check) throw new Error(`No check ${code}`);
  for (const [dataset, list] of Object.entries(rows)) {
    for (const row of list) {
      const names = Object.keys(row).map(quoted);
      const values = Object.values(row).map((value) => (typeof value === 'string' ? literal(value) : String(value)));
      await session.run(`insert into ${dataset} (${names.join(', ')}) values (${values.join(', ')})`);
    }
  }
  const { run } = runnable({ ...pack, checks: new Map([[code, check]]) }, tables(), () => asAt);
  const result = await session.rows(allRowsSql(run, false));
  for (const dataset of Object.keys(rows)) await session.run(`delete from ${dataset}`);
  return result.map((row) => `${String(row[2]).replace('ssd_', '')}.${String(row[4])}`);
}

const person = (id: string, born: string, more: Row = {}): Row => ({ pers_person_id: id, pers_dob: born, ...more });
const referral = (
  id: string,
  who: string,
  from: string,
  to: string | null = null,
  reason: string | null = null,
): Row => ({
  cine_referral_id: id,
  cine_person_id: who,
  cine_referral_date: from,
  cine_close_date: to,
  cine_close_reason: reason,
});
const episode = (
  id: string,
  who: string,
  from: string,
  to: string | null = null,
  reason: string | null = null,
  began = 'S',
): Row => ({
  clae_cla_episode_id: id,
  clae_person_id: who,
  clae_cla_episode_start_date: from,
  clae_cla_episode_ceased_date: to,
  clae_cla_episode_ceased_reason: reason,
  clae_cla_episode_start_reason: began,
});
const placement = (id: string, who: string, from: string, to: string | null = null, type = 'U6'): Row => ({
  clap_cla_placement_id: id,
  clap_person_id: who,
  clap_cla_placement_start_date: from,
  clap_cla_placement_end_date: to,
  clap_cla_placement_type: type,
});
const plan = (id: string, who: string, from: string, to: string | null = null, more: Row = {}): Row => ({
  cppl_cp_plan_id: id,
  cppl_person_id: who,
  cppl_cp_plan_start_date: from,
  cppl_cp_plan_end_date: to,
  ...more,
});
const need = (id: string, who: string, from: string, to: string | null = null, of: string | null = null): Row => ({
  cinp_cin_plan_id: id,
  cinp_person_id: who,
  cinp_cin_plan_start_date: from,
  cinp_cin_plan_end_date: to,
  cinp_referral_id: of,
});
const assessment = (id: string, who: string, from: string, to: string | null = null): Row => ({
  cina_assessment_id: id,
  cina_person_id: who,
  cina_assessment_start_date: from,
  cina_assessment_auth_date: to,
});
const enquiry = (id: string, who: string, from: string): Row => ({
  s47e_s47_enquiry_id: id,
  s47e_person_id: who,
  s47e_s47_start_date: from,
});
const conference = (id: string, who: string, on: string, more: Row = {}): Row => ({
  icpc_icpc_id: id,
  icpc_person_id: who,
  icpc_icpc_date: on,
  ...more,
});
const involvement = (id: string, who: string, from: string, to: string | null = null): Row => ({
  invo_involvements_id: id,
  invo_person_id: who,
  invo_involvement_start_date: from,
  invo_involvement_end_date: to,
});
const adopter = (id: string, more: Row): Row => ({ application_id: id, adopter_id: id, ...more });
/** The dates of an adopter, in the order in which they come. */
const adopterSteps = [
  'enquired_on',
  'stage_1_started_on',
  'stage_1_ended_on',
  'stage_2_started_on',
  'stage_2_ended_on',
  'applied_on',
  'approved_on',
  'matched_on',
  'placed_on',
  'adoption_order_on',
];

/** Check, rows (those that are wrong and, beside them, the nearest that are right), and what is to be found. */
const cases: [code: string, rows: Rows, expected: string[]][] = [
  [
    'end-before-start',
    {
      ssd_cin_assessments: [
        assessment('A1', 'P', '2026-05-02', '2026-05-01'),
        assessment('A2', 'P', '2026-05-02', '2026-05-02'),
      ],
      ssd_cp_plans: [plan('K1', 'P', '2026-05-02', '2026-05-01'), plan('K2', 'P', '2026-05-02')],
      ssd_cla_episodes: [episode('E1', 'P', '2026-05-02', '2026-05-01', 'E4A')],
      ssd_cla_placement: [placement('L1', 'P', '2026-05-02', '2026-05-01')],
      ssd_involvements: [involvement('I1', 'P', '2026-05-02', '2026-05-01')],
      prospective_adopters: [adopter('A1', { enquired_on: '2026-05-02', left_on: '2026-05-01' })],
    },
    [
      'cin_assessments.A1',
      'cla_episodes.E1',
      'cla_placement.L1',
      'cp_plans.K1',
      'involvements.I1',
      'prospective_adopters.A1',
    ],
  ],
  [
    'adopters-steps-out-of-order',
    {
      prospective_adopters: [
        adopter('stage-1', { enquired_on: '2026-05-02', stage_1_started_on: '2026-05-01' }),
        adopter('stage-2', { stage_1_started_on: '2026-05-02', stage_2_started_on: '2026-05-01' }),
        adopter('stages', { stage_1_ended_on: '2026-05-02', stage_2_started_on: '2026-05-01' }),
        adopter('applied', { enquired_on: '2026-05-02', applied_on: '2026-05-01' }),
        adopter('approved', { applied_on: '2026-05-02', approved_on: '2026-05-01' }),
        adopter('matched', { approved_on: '2026-05-02', matched_on: '2026-05-01' }),
        adopter('placed', { matched_on: '2026-05-02', placed_on: '2026-05-01' }),
        adopter('order', { placed_on: '2026-05-02', adoption_order_on: '2026-05-01' }),
        adopter('foster', { matched_on: '2026-05-02', placed_on: '2026-05-01', fostering_for_adoption: true }),
        adopter('one-day', {
          ...Object.fromEntries(adopterSteps.map((step) => [step, '2026-05-02'])),
        }),
      ],
    },
    [
      'prospective_adopters.applied',
      'prospective_adopters.approved',
      'prospective_adopters.matched',
      'prospective_adopters.order',
      'prospective_adopters.placed',
      'prospective_adopters.stage-1',
      'prospective_adopters.stage-2',
      'prospective_adopters.stages',
    ],
  ],
  [
    'team-without-unit',
    {
      organisation: [{ code: 'T1' }],
      ssd_department: [{ dept_team_id: 'T1' }, { dept_team_id: 'T2' }],
    },
    ['department.T2'],
  ],
  [
    'adopters-placed-without-date',
    {
      prospective_adopters: [
        adopter('A1', { children_placed: 2 }),
        adopter('A2', { children_placed: 0 }),
        adopter('A3', { children_placed: 2, placed_on: '2026-05-02' }),
      ],
    },
    ['prospective_adopters.A1'],
  ],
  [
    'before-birth',
    {
      ssd_person: [person('P', '2026-05-02')],
      ssd_cla_episodes: [episode('E1', 'P', '2026-05-01'), episode('E2', 'P', '2026-05-02')],
    },
    ['cla_episodes.E1'],
  ],
  [
    'long-before-birth',
    {
      ssd_person: [person('P', '2026-05-02')],
      ssd_cp_plans: [plan('K1', 'P', '2025-08-01'), plan('K2', 'P', '2025-08-02')],
    },
    ['cp_plans.K1'],
  ],
  [
    'after-death',
    {
      ssd_person: [person('P', '2020-05-02', { pers_death_date: '2026-05-02' })],
      ssd_cin_episodes: [referral('R1', 'P', '2026-05-03'), referral('R2', 'P', '2026-05-02')],
    },
    ['cin_episodes.R1'],
  ],
  [
    'open-after-death',
    {
      ssd_person: [
        person('P', '2020-05-02', { pers_death_date: '2026-05-02' }),
        person('Q', '2020-05-02', { pers_death_date: asAt }),
      ],
      ssd_cp_plans: [
        plan('K1', 'P', '2026-01-01'),
        plan('K2', 'P', '2026-01-01', '2026-05-02'),
        plan('K3', 'Q', '2026-01-01'),
      ],
    },
    ['cp_plans.K1'],
  ],
  [
    'death-before-birth',
    {
      ssd_person: [
        person('P', '2020-05-02', { pers_death_date: '2020-05-01' }),
        person('Q', '2020-05-02', { pers_death_date: '2020-05-02' }),
      ],
    },
    ['person.P'],
  ],
  [
    'plans-overlap',
    {
      ssd_cp_plans: [
        plan('K1', 'P', '2026-01-01', '2026-03-01'),
        plan('K2', 'P', '2026-02-28'),
        plan('K3', 'Q', '2026-01-01', '2026-03-01'),
        plan('K4', 'Q', '2026-03-01'),
      ],
      ssd_cin_plans: [need('N1', 'P', '2026-01-01'), need('N2', 'P', '2026-01-01')],
    },
    ['cin_plans.N2', 'cp_plans.K2'],
  ],
  [
    'placements-overlap',
    {
      ssd_cla_placement: [
        placement('L1', 'P', '2026-01-01', '2026-03-01'),
        placement('L2', 'P', '2026-02-01', '2026-02-08', 'T3'),
        placement('L3', 'P', '2026-02-28'),
        placement('L4', 'Q', '2026-01-01', '2026-03-01'),
        placement('L5', 'Q', '2026-03-01'),
      ],
    },
    ['cla_placement.L3'],
  ],
  [
    'episodes-overlap',
    {
      ssd_cla_episodes: [
        episode('E1', 'P', '2026-01-01', '2026-03-01', 'X1'),
        episode('E2', 'P', '2026-02-28', null, null, 'P'),
        episode('E3', 'Q', '2026-01-01', '2026-03-01', 'X1'),
        episode('E4', 'Q', '2026-03-01', null, null, 'P'),
      ],
    },
    ['cla_episodes.E2'],
  ],
  [
    'two-open',
    {
      ssd_cin_episodes: [
        referral('R1', 'P', '2026-01-01'),
        referral('R2', 'P', '2026-02-01'),
        referral('R3', 'Q', '2026-01-01', '2026-02-01'),
        referral('R4', 'Q', '2026-02-01'),
      ],
    },
    ['cin_episodes.R2'],
  ],
  [
    'involvement-of-closed-case',
    {
      ssd_cin_episodes: [
        referral('R1', 'P', '2026-01-01', '2026-02-01'),
        referral('R2', 'Q', '2026-01-01', '2026-02-01'),
        referral('R3', 'O', '2026-01-01'),
      ],
      ssd_cla_episodes: [episode('E1', 'Q', '2026-01-01')],
      ssd_involvements: [
        involvement('I1', 'P', '2026-01-01'),
        involvement('I2', 'Q', '2026-01-01'),
        involvement('I3', 'O', '2026-01-01'),
        involvement('I4', 'P', '2026-01-01', '2026-02-01'),
      ],
    },
    ['involvements.I1'],
  ],
  [
    'closed-with-open-plan',
    {
      ssd_cin_episodes: [referral('R1', 'P', '2026-01-01', '2026-02-01'), referral('R2', 'Q', '2026-01-01')],
      ssd_cin_plans: [
        need('N1', 'P', '2026-01-05', null, 'R1'),
        need('N2', 'P', '2026-01-05', '2026-02-01', 'R1'),
        need('N3', 'Q', '2026-01-05', null, 'R2'),
      ],
    },
    ['cin_plans.N1'],
  ],
  [
    'closed-without-reason',
    {
      ssd_cin_episodes: [
        referral('R1', 'P', '2026-01-01', '2026-02-01'),
        referral('R2', 'P', '2026-01-01', '2026-02-01', 'RC7'),
        referral('R3', 'P', '2026-01-01'),
      ],
    },
    ['cin_episodes.R1'],
  ],
  [
    'reason-without-end',
    {
      ssd_cin_episodes: [
        referral('R1', 'P', '2026-01-01', null, 'RC7'),
        referral('R2', 'P', '2026-01-01', '2026-02-01', 'RC7'),
      ],
      ssd_cla_episodes: [episode('E1', 'P', '2026-01-01', null, 'E4A')],
    },
    ['cin_episodes.R1', 'cla_episodes.E1'],
  ],
  [
    'care-ended-without-reason',
    {
      ssd_cla_episodes: [
        episode('E1', 'P', '2026-01-01', '2026-02-01'),
        episode('E2', 'P', '2026-01-01', '2026-02-01', 'E4A'),
      ],
    },
    ['cla_episodes.E1'],
  ],
  [
    'no-next-episode',
    {
      ssd_cla_episodes: [
        episode('E1', 'P', '2026-01-01', '2026-02-01', 'X1'),
        episode('E2', 'P', '2026-02-02'),
        episode('E3', 'Q', '2026-01-01', '2026-02-01', 'X1'),
        episode('E4', 'Q', '2026-02-01'),
      ],
    },
    ['cla_episodes.E1'],
  ],
  [
    'left-care-with-open-episode',
    {
      ssd_cla_episodes: [
        episode('E1', 'P', '2026-01-01'),
        episode('E2', 'P', '2026-02-01', '2026-03-01', 'E4A'),
        episode('E3', 'Q', '2026-02-01', '2026-03-01', 'E4A'),
        episode('E4', 'Q', '2026-03-02'),
      ],
    },
    ['cla_episodes.E2'],
  ],
  [
    'care-without-start',
    {
      ssd_cla_episodes: [
        episode('E1', 'P', '2026-01-01', '2026-02-01', 'X1'),
        episode('E2', 'P', '2026-02-02', null, null, 'P'),
        episode('E3', 'Q', '2026-01-01', '2026-02-01', 'X1'),
        episode('E4', 'Q', '2026-02-01', null, null, 'P'),
        episode('E5', 'O', '2026-02-01', null, null, 'P'),
      ],
    },
    ['cla_episodes.E2'],
  ],
  [
    'placement-outside-care',
    {
      ssd_cla_episodes: [episode('E1', 'P', '2026-01-01', '2026-02-01', 'E4A')],
      ssd_cla_placement: [
        placement('L1', 'P', '2026-02-02'),
        placement('L2', 'P', '2026-02-01'),
        placement('L3', 'P', '2025-12-31'),
      ],
    },
    ['cla_placement.L1', 'cla_placement.L3'],
  ],
  [
    'open-care-without-placement',
    {
      ssd_cla_episodes: [
        episode('E1', 'P', '2026-01-01'),
        episode('E2', 'Q', '2026-01-01'),
        episode('E3', 'O', '2026-01-01', '2026-02-01', 'E4A'),
      ],
      ssd_cla_placement: [placement('L1', 'P', '2026-01-01', '2026-03-01'), placement('L2', 'Q', '2026-01-01')],
    },
    ['cla_episodes.E1'],
  ],
  [
    'looked-after-past-18',
    {
      ssd_person: [person('P', '2008-10-31'), person('Q', '2008-11-01')],
      ssd_cla_episodes: [
        episode('E1', 'P', '2026-01-01'),
        episode('E2', 'Q', '2026-01-01'),
        episode('E3', 'P', '2025-01-01', '2025-02-01', 'E4A'),
      ],
    },
    ['cla_episodes.E1'],
  ],
  [
    'plan-past-18',
    {
      ssd_person: [person('P', '2008-10-31'), person('Q', '2008-11-01')],
      ssd_cp_plans: [plan('K1', 'P', '2026-01-01'), plan('K2', 'Q', '2026-01-01')],
    },
    ['cp_plans.K1'],
  ],
  [
    'conference-without-enquiry',
    {
      ssd_s47_enquiry: [enquiry('S1', 'Q', '2026-01-10'), enquiry('S2', 'P', '2026-01-11')],
      ssd_initial_cp_conference: [
        conference('C1', 'P', '2026-01-10'),
        conference('C2', 'Q', '2026-01-10'),
        conference('C3', 'P', '2026-01-10', { icpc_icpc_transfer_in: true }),
      ],
    },
    ['initial_cp_conference.C1'],
  ],
  [
    'conference-before-enquiry',
    {
      ssd_s47_enquiry: [enquiry('S1', 'P', '2026-01-10')],
      ssd_initial_cp_conference: [
        conference('C1', 'P', '2026-01-09', { icpc_s47_enquiry_id: 'S1' }),
        conference('C2', 'P', '2026-01-10', { icpc_s47_enquiry_id: 'S1' }),
      ],
    },
    ['initial_cp_conference.C1'],
  ],
  [
    'plan-without-conference',
    {
      ssd_initial_cp_conference: [conference('C1', 'Q', '2026-01-10')],
      ssd_cp_plans: [
        plan('K1', 'P', '2026-01-10'),
        plan('K2', 'Q', '2026-01-10'),
        plan('K3', 'P', '2026-01-10', null, { cppl_cp_plan_ola: true }),
      ],
    },
    ['cp_plans.K1'],
  ],
  [
    'enquiry-without-referral',
    {
      ssd_cin_episodes: [referral('R1', 'P', '2026-01-10')],
      ssd_s47_enquiry: [enquiry('S1', 'P', '2026-01-09'), enquiry('S2', 'P', '2026-01-10')],
    },
    ['s47_enquiry.S1'],
  ],
  [
    'led-to-no-plan',
    {
      ssd_initial_cp_conference: [
        conference('C1', 'P', '2026-01-10', { icpc_icpc_outcome_cp_flag: true }),
        conference('C2', 'Q', '2026-01-10', { icpc_icpc_outcome_cp_flag: true }),
        conference('C3', 'P', '2026-01-10', { icpc_icpc_outcome_cp_flag: false }),
      ],
      ssd_cp_plans: [plan('K1', 'Q', '2026-01-10')],
    },
    ['initial_cp_conference.C1'],
  ],
  [
    'entered-twice',
    {
      ssd_cin_assessments: [
        assessment('A1', 'P', '2026-01-10'),
        assessment('A2', 'P', '2026-01-10'),
        assessment('A3', 'P', '2026-01-10', '2026-02-10'),
        assessment('A4', 'Q', '2026-01-10'),
      ],
    },
    ['cin_assessments.A2'],
  ],
  [
    'person-twice',
    {
      ssd_person: [
        person('P', '2020-01-01', { pers_upn: 'U1' }),
        person('Q', '2020-01-01', { pers_upn: 'U1' }),
        person('O', '2020-01-01'),
        person('N', '2020-01-01'),
      ],
    },
    ['person.P', 'person.Q'],
  ],
  [
    'code-no-longer-valid',
    {
      ssd_cla_episodes: [
        episode('E1', 'P', '2018-01-01', '2018-04-01', 'E43'),
        episode('E2', 'P', '2018-01-01', '2018-03-31', 'E43'),
      ],
      ssd_cla_placement: [
        placement('L1', 'P', '2024-04-01', null, 'H5'),
        placement('L2', 'P', '2024-03-31', null, 'P2'),
        placement('L3', 'P', '2025-01-01', '2025-03-31', 'Z11'),
        placement('L4', 'P', '2025-01-01', '2025-04-01', 'Z11'),
      ],
      ssd_care_leavers: [
        { clea_table_id: 'O1', clea_care_leaver_activity: 'F3', clea_care_leaver_latest_contact: '2021-04-01' },
        { clea_table_id: 'O2', clea_care_leaver_activity: 'F3', clea_care_leaver_latest_contact: '2021-03-31' },
      ],
    },
    ['care_leavers.O1', 'cla_episodes.E1', 'cla_placement.L1', 'cla_placement.L3'],
  ],
  [
    'no-such-row',
    {
      ssd_person: [person('P', '2020-01-01')],
      ssd_cin_episodes: [referral('R1', 'P', '2026-01-01'), referral('R2', 'Q', '2026-01-01')],
    },
    ['cin_episodes.R2'],
  ],
  [
    'in-the-future',
    {
      ssd_cin_episodes: [referral('R1', 'P', '2026-11-01'), referral('R2', 'P', asAt)],
      ssd_initial_cp_conference: [conference('C1', 'P', asAt, { icpc_icpc_target_date: '2026-11-20' })],
    },
    ['cin_episodes.R1'],
  ],
];

describe('each check finds the rows that are wrong and passes those beside them that are right', () => {
  test.each(cases)('%s', async (code, rows, expected) => {
    expect((await found(code, rows)).toSorted()).toEqual(expected.toSorted());
  });

  test('no check of the library is without such rows', () => {
    expect([...pack.checks.keys()].toSorted()).toEqual(cases.map(([code]) => code).toSorted());
  });
});

test('a check does not run where a table, a column, or the reach of one is missing, and says so', () => {
  const check = pack.checks.get('plan-without-conference');
  const only = { ...pack, checks: new Map(check ? [[check.id, check]] : []) };
  const without = (change: (all: ReturnType<typeof tables>) => void) => {
    const all = tables();
    change(all);
    return runnable(only, all, () => asAt).not.map(({ reason }) => reason);
  };
  expect(without((all) => all.delete('ssd_initial_cp_conference'))).toEqual([
    'Initial child protection conferences (ssd_initial_cp_conference) has not been loaded',
  ]);
  const conferences: ExtractTable = { file: '', rows: 0, columns: ['icpc_person_id'], from: null, to: asAt };
  expect(without((all) => all.set('ssd_initial_cp_conference', conferences))[0]).toMatch(
    /has no Date of the conference/,
  );
  const columns = Object.keys(pack.datasets.get('ssd_initial_cp_conference')?.columns ?? {});
  expect(
    without((all) => all.set('ssd_initial_cp_conference', { ...conferences, columns, from: '2026-04-01' }))[0],
  ).toMatch(/reaches back less far/);
  expect(without(() => undefined)).toEqual([]);
});
