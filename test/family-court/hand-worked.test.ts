import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Pack, readPack } from '../../src/pack/index.ts';
import { measure } from '../measure/harness.ts';
import type { Row, Tables } from '../oracle/index.ts';

const whole = 'X20000001';
let pack: Pack;
beforeAll(async () => {
  const read = await readPack('family-court', { packsFolder: join(import.meta.dirname, '../../packs') });
  if (!read.pack) throw new Error(JSON.stringify(read.diagnostics));
  pack = read.pack;
});

/** Columns of one table by their order. */
const rows = (columns: string, ...cells: readonly (readonly Row[string][])[]): Row[] =>
  cells.map((line) => Object.fromEntries(columns.split(' ').map((column, place) => [column, line[place] ?? null])));

/** Numerator and denominator of indicators at units: `'id unit': [numerator, denominator]`. */
async function worked(tables: Tables, month: string, wanted: Readonly<Record<string, readonly (number | null)[]>>) {
  const ids = new Set(Object.keys(wanted).map((key) => key.split(' ')[0] ?? ''));
  const indicators = new Map([...pack.indicators].filter(([id]) => ids.has(id)));
  const figures = await measure({ ...pack, indicators }, tables, [month], whole);
  const found = Object.keys(wanted).map((key) => {
    const [id = '', unit = whole] = key.split(' ');
    const observation = figures.observation(id, unit, month);
    return [key, [observation?.numerator, observation?.denominator]];
  });
  await figures.close();
  expect(Object.fromEntries(found)).toEqual(wanted);
}

describe('allocations of section 31 requests', () => {
  // Good Friday 3 April, Easter Monday 6 April, 4 May and 25 May 2026 are bank holidays.
  const requests = rows(
    'request_id team_id law kind received_on',
    ['R01', 'N1T1', 'public', 'care', '2026-04-02'],
    ['R02', 'N1T1', 'public', 'care', '2026-04-02'],
    ['R03', 'N1T1', 'public', 'supervision', '2026-04-02'],
    ['R04', 'C4T1', 'public', 'care', '2026-05-02'],
    ['R05', 'C4T1', 'public', 'care', '2026-05-01'],
    ['R06', 'C4T1', 'public', 'care', '2026-06-01'],
    ['R07', 'C4T1', 'public', 'care', '2026-06-01'],
    ['R08', 'S7T1', 'public', 'care', '2026-05-18'],
    ['R09', 'S7T1', 'public', 'care', '2026-05-18'],
    ['R10', 'S7T1', 'public', 'care', '2026-05-18'],
    ['R11', 'S7T1', 'public', 'adoption', '2026-05-18'],
    ['R12', 'S7T1', 'public', 'care', '2026-03-31'],
  );
  const allocations = rows(
    'allocation_id request_id practitioner_id team_id allocated_on',
    ['A01', 'R01', 'P1', 'T99', '2026-04-02'], // the day of receipt: 0; its team is none, so the request's counts
    ['A02', 'R02', 'P1', 'N1T1', '2026-04-08'], // Thursday before Easter to Wednesday: 2
    ['A03', 'R03', 'P1', 'N1T1', '2026-04-09'], // to Thursday: 3
    ['A13', 'R03', 'P2', 'C4T1', '2026-06-30'], // a change of practitioner, which counts nowhere
    ['A04', 'R04', 'P1', 'C4T1', '2026-05-06'], // Saturday over the bank holiday to Wednesday: 2
    ['A05', 'R05', 'P1', 'C4T1', '2026-05-07'], // Friday over it to Thursday: 3
    ['A06', 'R06', 'P1', 'C4T1', '2026-06-29'], // 28 days, 20 working days
    ['A07', 'R07', 'P1', 'C4T1', '2026-06-30'], // 29 days
    ['A08', 'R08', 'P1', 'S7T1', '2026-05-28'], // 7 working days over the bank holiday
    ['A09', 'R09', 'P1', 'S7T1', '2026-05-29'], // 8
    ['A10', 'R10', 'P1', 'S7T1', '2026-05-15'], // before it was received: left out
    ['A11', 'R11', 'P1', 'S7T1', '2026-05-18'], // not a section 31 request
    ['A12', 'R12', 'P1', 'S7T1', '2026-03-31'], // in the year before
  );

  it('count the day of receipt as nought, pass over bank holidays, and count 28 days as days', async () => {
    await worked({ requests, allocations }, '2026-07', {
      's31-allocated-2-days': [3, 9],
      's31-allocated-2-days N1T1': [2, 3],
      's31-allocated-2-days CENTRAL': [1, 4],
      's31-allocated-2-days S7': [0, 2],
      's31-allocated-7-days': [6, 9],
      's31-allocated-7-days S7T1': [1, 2],
      's31-allocated-28-days': [8, 9],
      's31-allocated-28-days C4T1': [3, 4],
    });
  });
});

it('counts a public law case from its receipt to the day before it closes, allocated on the last day of the month', async () => {
  const requests = rows(
    'request_id team_id law kind received_on closed_on',
    ['R1', 'N1T1', 'public', 'care', '2026-07-31'], // received on the last day, allocated
    ['R2', 'N1T1', 'public', 'care', '2026-01-05', '2026-07-31'], // closed on the last day: not open
    ['R3', 'N1T1', 'public', 'adoption', '2026-01-05', '2026-08-01'], // its allocation ended that day
    ['R4', 'N1T1', 'public', 'care', '2026-01-05'], // allocated after the month
    ['R5', 'N1T1', 'public', 'care', '2026-01-05'], // the second of two
    ['R6', 'N1T1', 'private', 'section-7', '2026-01-05'],
    ['R7', 'T99', 'public', 'care', '2026-01-05'], // a team that nobody knows
  );
  const allocations = rows(
    'allocation_id request_id team_id allocated_on ended_on',
    ['A1', 'R1', 'N1T1', '2026-07-31'],
    ['A2', 'R2', 'N1T1', '2026-01-05', '2026-07-31'],
    ['A3', 'R3', 'N1T1', '2026-01-05', '2026-07-31'],
    ['A4', 'R4', 'N1T1', '2026-08-01'],
    ['A5', 'R5', 'N1T1', '2026-01-05', '2026-03-01'],
    ['A6', 'R5', 'N1T1', '2026-03-10'],
  );
  await worked({ requests, allocations }, '2026-07', {
    'public-law-allocated': [2, 5],
    'public-law-allocated N1T1': [2, 4],
    'public-law-allocated not-attributed': [0, 1],
    'public-law-unallocated': [3, null],
    'public-law-unallocated NORTH': [2, null],
  });
});

it('puts each team into one band by its average, with 84 and 112 days in the slower one', async () => {
  const reports = rows(
    'report_id team_id kind ordered_on filed_on',
    ['F1', 'N1T1', 'section-7', '2026-02-01', '2026-04-25'], // 83 days
    ['F2', 'C3T1', 'section-7', '2026-02-01', '2026-04-22'], // 80
    ['F3', 'C3T1', 'section-7', '2026-02-01', '2026-04-30'], // 88: on average 84
    ['F4', 'C4T1', 'section-7', '2026-02-01', '2026-05-23'], // 111
    ['F5', 'C4T1', 'section-7', '2026-02-01', '2026-05-24'], // 112: on average 111.5
    ['F6', 'S2T1', 'section-7', '2026-02-01', '2026-05-24'], // 112
    ['F7', 'S4T1', 'section-7', '2026-01-01', '2026-03-31'], // the year before: its team is in no band
    ['F8', 'T99', 'section-7', '2026-02-01', '2026-07-01'], // no team of the agency
    ['F9', 'N1T1', 'initial-analysis', '2026-02-01', '2026-07-31'],
  );
  await worked({ reports }, '2026-07', {
    's7-teams-under-12-weeks': [1, 4],
    's7-teams-12-to-16-weeks': [2, 4],
    's7-teams-16-weeks-and-over': [1, 4],
    's7-teams-12-to-16-weeks CENTRAL': [2, 2],
    's7-teams-under-12-weeks S4': [0, 0],
    's7-filing-days C3T1': [168, 2],
    's7-filing-days': [83 + 168 + 223 + 112 + 150, 7],
  });
});

it('weighs the components of satisfaction, and leaves out a response that answers only some', async () => {
  const adult = ['independence', 'communication', 'diversity', 'access', 'report', 'trust', 'overall'];
  const child = ['role', 'communication', 'views', 'help', 'overall'];
  const response = (
    id: string,
    team: string,
    who: string,
    questions: readonly string[],
    scores: readonly (number | null)[],
  ) =>
    questions.map((question, place) => ({
      answer_id: `${id}${place}`,
      response_id: id,
      team_id: team,
      respondent: who,
      answered_on: '2026-05-01',
      question,
      score: scores[place] ?? null,
    }));
  const survey_answers = [
    ...response('A', 'N1T1', 'adult', adult, [4, 5, 2, 4, 3, 4, 5]), // without diversity 10 and report 15: 75
    ...response('B', 'C4T1', 'adult', adult, [1, 2, 3, 3, 3, 3, 5]), // overall alone: 15
    ...response('C', 'C4T1', 'adult', adult, [5, 5, 5, 5, 5, 5, null]), // one is missing
    ...response('E', 'C4T1', 'adult', adult.slice(0, 6), [5, 5, 5, 5, 5, 5]), // one was never asked
    ...response('D', 'S7T1', 'child', [...child, 'trust'], [4, 1, 5, 3, 2, 5]), // role 15 and views 25: 40
  ];
  await worked({ survey_answers }, '2026-07', {
    'satisfaction-adults': [0.9, 2],
    'satisfaction-adults N1': [0.75, 1],
    'satisfaction-adults CENTRAL': [0.15, 1],
    'adults-report': [0, 2],
    'adults-overall': [2, 2],
    'satisfaction-children': [0.4, 1],
    'children-views S7T1': [1, 1],
  });
});

it('counts working days lost of working days in post, and calls more than 28 days long-term', async () => {
  const each = (id: string, staff: string, from: string, count: number, reason = 'sickness') =>
    Array.from({ length: count }, (_, place) => ({
      absence_id: id,
      staff_id: staff,
      day: new Date(Date.parse(from) + place * 86_400_000).toISOString().slice(0, 10),
      lost: 1,
      reason,
    }));
  const staff = rows(
    'staff_id team_id role fte started_on left_on',
    ['P1', 'N1T1', 'practitioner', 1, '2020-01-01'], // 20 working days in April 2026
    ['P2', 'N1T1', 'practitioner', 0.5, '2020-01-01'], // 20
    ['P3', 'C4T1', 'manager', 1, '2020-01-01'], // 20
    ['P4', 'C4T1', 'support', 1, '2020-01-01', '2026-04-08'], // 1, 2 and 7 April
    ['P5', 'C4T1', 'practitioner', 1, '2026-04-29'], // 29 and 30 April
  );
  const absence_days = [
    ...each('A1', 'P1', '2026-04-02', 6), // over Easter: 2 and 7 April are working days
    { absence_id: 'A2', staff_id: 'P1', day: '2026-04-15', lost: 0.5, reason: 'sickness' },
    ...each('A3', 'P2', '2026-03-20', 29), // 29 days: long-term; 11 working days of April
    ...each('A4', 'P3', '2026-03-21', 28), // 28 days: short-term; 11 working days of April
    ...each('A5', 'P3', '2026-04-20', 5, 'leave'),
  ];
  await worked({ staff, absence_days }, '2026-04', {
    'sickness-short-term': [13.5, 65],
    'sickness-short-term N1T1': [2.5, 40],
    'sickness-long-term': [11, 65],
    'sickness-long-term CENTRAL': [0, 25],
    'practitioners-in-post': [2.5, null],
  });
});

it('knows which meetings were held, which reports were in time, and whose appraisal is a year old', async () => {
  const dispute_meetings = rows(
    'meeting_id team_id held_on kind outcome section_7_requested hours',
    ['M1', 'N1T1', '2026-04-01', 'first', 'full', false, 3.25],
    ['M2', 'N1T1', '2026-07-31', 'extended', 'partial', false, 2],
    ['M3', 'N1T1', '2026-05-05', 'first', 'none', true, null],
    ['M4', 'N1T1', '2026-05-05', 'first', null, null, 1],
    ['M5', 'N1T1', '2026-05-05', 'first', 'not-held', null, null],
    ['M6', 'N1T1', '2026-03-31', 'first', 'full', false, 3],
  );
  const reports = rows(
    'report_id team_id kind ordered_on due_on filed_on',
    ['F1', 'N1T1', 'final-analysis', '2026-05-01', '2026-07-31', '2026-07-31'],
    ['F2', 'N1T1', 'final-analysis', '2026-05-01', '2026-07-30', '2026-07-31'],
    ['F3', 'N1T1', 'initial-analysis', '2026-05-01', '2026-07-31', null],
    ['F4', 'N1T1', 'initial-analysis', '2026-05-01', '2026-08-01', null],
    ['F5', 'N1T1', 'section-7', '2026-05-01', '2026-07-01', '2026-08-03'],
  );
  const staff = rows(
    'staff_id team_id role diversity_form started_on left_on',
    ['P1', 'N1T1', 'practitioner', true, '2020-01-01', null],
    ['P2', 'N1T1', 'practitioner', false, '2020-01-01', null],
    ['P3', 'N1T1', 'support', null, '2026-07-31', null],
    ['P4', 'N1T1', 'support', true, '2020-01-01', '2026-07-31'],
  );
  const appraisals = rows(
    'appraisal_id staff_id completed_on',
    ['Q1', 'P1', '2025-08-01'],
    ['Q2', 'P2', '2025-07-31'],
    ['Q3', 'P2', '2026-08-01'],
    ['Q4', 'P4', '2026-05-01'],
  );
  await worked({ dispute_meetings, reports, staff, appraisals }, '2026-07', {
    'dispute-meetings': [4, null],
    'dispute-hours': [6.25, null],
    'dispute-meetings-agreed': [2, 4],
    'dispute-meetings-not-referred': [2, 4],
    'public-law-filed-in-time': [1, 3],
    's7-filed-in-time': [0, 1],
    'reports-overdue': [2, null],
    'appraisals-12-months': [1, 3],
    'staff-diversity-forms': [1, 3],
  });
});
