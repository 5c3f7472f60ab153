import { expect, test } from 'vitest';
import { held, list, ratio, rows, unitsOf } from './hand.ts';

const referrals = (...cells: (string | boolean | null)[][]) =>
  rows(
    [
      'cine_referral_id',
      'cine_person_id',
      'cine_referral_date',
      'cine_close_date',
      'cine_referral_nfa',
      'cine_referral_team',
    ],
    cells,
  );
const assessments = (...cells: (string | boolean | null)[][]) =>
  rows(
    [
      'cina_assessment_id',
      'cina_person_id',
      'cina_assessment_start_date',
      'cina_assessment_auth_date',
      'cina_assessment_child_seen',
      'cina_assessment_team',
    ],
    cells,
  );

test('referrals-rate: rows of 12 months, by their own team, else by who held the person that day', () => {
  const tables = {
    ssd_cin_episodes: referrals(
      ['R1', 'P1', '2024-04-01', null, true, 'T1'], // first day; no further action counts here
      ['R2', 'P1', '2025-03-31', null, null, 'T9'], // last day; T9 is unknown, T2 held P1 that day
      ['R3', 'P2', '2024-03-31', null, null, 'T1'], // the day before the window
      ['R4', null, '2024-06-01', null, null, null], // a row without a person is a row; nobody holds it
      ['R5', 'P3', '2024-06-01', null, null, null], // the latest start decides (I3), though its team is unknown
      ['R6', 'P4', null, null, null, 'T1'],
    ),
    ssd_involvements: held(
      ['P1', 'T2', '2024-12-01', null],
      ['P3', 'T1', '2024-01-01', null],
      ['P3', 'T9', '2024-02-01', null],
    ),
    population: rows(
      ['authority', 'year', 'population_0_17'],
      [
        ['authority', 2023, 900],
        ['authority', 2025, 1100], // later than mid-2024
        ['D1', 2024, 500],
      ],
    ),
  };
  expect(unitsOf(tables, 'referrals-rate')).toEqual({ R1: 'T1', R2: 'T2', R4: 'not-attributed', R5: 'not-attributed' });
  expect(ratio(tables, 'referrals-rate')).toEqual([4, 900]); // the latest year up to 2024
  expect(ratio(tables, 'referrals-rate', 'D1')).toEqual([2, 500]);
  expect(ratio(tables, 'referrals-rate', 'T1')).toEqual([1, null]); // no population: no rate, the count stays
  expect(ratio(tables, 'referrals-rate', 'not-attributed')).toEqual([2, null]);
});

test('re-referrals: 12 months before the referral itself, not before D', () => {
  const tables = {
    ssd_cin_episodes: referrals(
      ['R1', 'P1', '2023-06-10', null, true], // before the year; counts as the one before R2
      ['R2', 'P1', '2024-06-10'], // exactly 12 months after R1: met
      ['R3', 'P2', '2023-06-09'],
      ['R4', 'P2', '2024-06-10'], // 12 months and a day: not met
      ['R5', 'P3', '2024-08-01'],
      ['R6', 'P3', '2024-08-01'], // the same day is not before
      ['R7', null, '2024-08-01'],
      ['R8', null, '2024-08-02'], // nobody is not the same person as nobody
    ),
  };
  expect(list(tables, 're-referrals')).toEqual({ not: ['R4', 'R5', 'R6', 'R7', 'R8'], met: ['R2'] });
});

test('assessments-45-days: nine weeks from Thursday 2 January are 45 working days', () => {
  const tables = {
    ssd_cin_assessments: assessments(
      ['A1', 'P1', '2025-01-02', '2025-03-06'], // 45
      ['A2', 'P1', '2025-01-02', '2025-03-07'], // 46
      ['A3', 'P1', '2025-03-07', '2025-03-06'], // authorised before it began: left out
      ['A4', 'P1', null, '2025-03-06'], // unknown: stays in the denominator
      ['A5', 'P1', '2025-01-02', null],
      ['A6', 'P1', '2024-03-01', '2024-03-31'], // last year's
    ),
  };
  expect(list(tables, 'assessments-45-days')).toEqual({ not: ['A2', 'A4'], met: ['A1'] });
});

test('assessments-overdue: more than 45 working days at D', () => {
  const tables = {
    ssd_cin_assessments: assessments(
      ['A1', 'P1', '2025-01-27', null], // 45
      ['A2', 'P1', '2025-01-24', null], // 46
      ['A3', 'P1', '2025-01-24', '2025-03-31'], // authorised by D
      ['A4', 'P1', '2025-01-24', '2025-04-01', null, 'T2'], // authorised after D: overdue at D
      ['A5', 'P1', null, null],
    ),
    ssd_involvements: held(['P1', 'T1', '2025-03-31', null]), // held at D, not when it began
  };
  expect(unitsOf(tables, 'assessments-overdue')).toEqual({ A2: 'T1', A4: 'T2' });
  expect(ratio(tables, 'assessments-overdue')).toEqual([2, null]);
  expect(ratio(tables, 'assessments-overdue', 'T3')).toEqual([0, null]); // a count of nothing is 0
});

test('assessments-child-seen: only of children known to be born by then', () => {
  const tables = {
    ssd_cin_assessments: assessments(
      ['A1', 'P1', null, '2025-03-06', true],
      ['A2', 'P1', null, '2025-03-06', null], // unknown is not yes
      ['A3', 'P2', null, '2025-03-06', true], // born the day after
      ['A4', 'P3', null, '2025-03-06', true], // date of birth unknown
      ['A5', 'P9', null, '2025-03-06', true], // not in ssd_person
      ['A6', 'P4', null, '2025-03-06', false], // born that day
    ),
    ssd_person: rows(
      ['pers_person_id', 'pers_dob'],
      [
        ['P1', '2015-01-01'],
        ['P2', '2025-03-07'],
        ['P3', null],
        ['P4', '2025-03-06'],
      ],
    ),
  };
  expect(list(tables, 'assessments-child-seen')).toEqual({ not: ['A2', 'A6'], met: ['A1'] });
});

test('cin-rate: persons once in a unit, with who holds them now, else with the team of the referral', () => {
  const tables = {
    ssd_cin_episodes: referrals(
      ['R1', 'P1', '2024-01-01', null, null, 'T1'],
      ['R2', 'P1', '2024-02-01', null, false, 'T2'], // both: T3 holds P1
      ['R3', 'P2', '2024-01-01', null, null, 'T1'],
      ['R4', 'P2', '2024-02-01', null, null, 'T2'], // nobody holds P2: once in T1, once in T2, once in D1
      ['R5', 'P3', '2024-01-01', '2025-03-31', null, 'T1'], // closed on D
      ['R6', 'P4', '2024-01-01', null, true, 'T1'], // no further action
      ['R7', null, '2024-01-01', null, null, 'T1'], // no person
      ['R8', 'P5', '2024-01-01', '2025-04-01', null, 'T9'], // nobody and an unknown team
    ),
    ssd_involvements: held(['P1', 'T3', '2024-01-01', null]),
  };
  const counts = ['T1', 'T2', 'D1', 'T3', 'not-attributed', 'E1'].map((unit) => ratio(tables, 'cin-rate', unit)?.[0]);
  expect(counts).toEqual([1, 1, 1, 1, 1, 3]);
});

test('unallocated-cases: more than 21 working days and nobody involved', () => {
  const tables = {
    ssd_cin_episodes: referrals(
      ['R1', 'P1', '2025-02-28', null, null, 'T1'], // 21
      ['R2', 'P1', '2025-02-27', null, null, 'T1'], // 22
      ['R3', 'P2', '2025-02-27', null, null, 'T1'], // an involvement of whatever kind
      ['R4', 'P3', '2025-02-27', null, null, null], // involvement ended on D
      ['R5', 'P4', '2025-02-27', null, true, 'T1'],
    ),
    ssd_involvements: held(['P2', null, '2025-03-31', null], ['P3', 'T1', '2025-03-01', '2025-03-31']),
  };
  expect(unitsOf(tables, 'unallocated-cases')).toEqual({ R2: 'T1', R4: 'not-attributed' });
});
