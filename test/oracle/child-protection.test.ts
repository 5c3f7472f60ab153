import { expect, test } from 'vitest';
import { held, list, ratio, rows, unitsOf } from './hand.ts';

const plans = (...cells: (string | boolean | null)[][]) =>
  rows(
    ['cppl_cp_plan_id', 'cppl_person_id', 'cppl_cp_plan_start_date', 'cppl_cp_plan_end_date', 'cppl_cp_plan_ola'],
    cells,
  );
const planReviews = (...cells: (string | null)[][]) =>
  rows(['cppr_cp_plan_id', 'cppr_cp_review_due', 'cppr_cp_review_date'], cells);
const enquiries = (...cells: (string | null)[][]) =>
  rows(
    ['s47e_s47_enquiry_id', 's47e_person_id', 's47e_s47_start_date', 's47e_s47_end_date', 's47e_s47_completed_by_team'],
    cells,
  );
const conferences = (...cells: (string | boolean | null)[][]) =>
  rows(
    [
      'icpc_icpc_id',
      'icpc_s47_enquiry_id',
      'icpc_icpc_date',
      'icpc_icpc_transfer_in',
      'icpc_icpc_outcome_cp_flag',
      'icpc_icpc_team',
      'icpc_person_id',
    ],
    cells,
  );

test('cp-plan-rate: persons, not plans; another authority’s plans left out, unknown ones kept', () => {
  const tables = {
    ssd_cp_plans: plans(
      ['C1', 'P1', '2024-01-01'],
      ['C2', 'P1', '2024-02-01'], // two plans, one person
      ['C3', 'P2', '2024-01-01', null, true],
      ['C4', 'P3', '2024-01-01', null, null],
      ['C5', 'P4', '2024-01-01', '2025-03-31'],
      ['C6', null, '2024-01-01'],
    ),
    ssd_involvements: held(['P1', 'T1', '2024-01-01', null], ['P1', 'T1', '2024-01-01', null]),
  };
  expect(ratio(tables, 'cp-plan-rate')).toEqual([2, null]);
  expect(ratio(tables, 'cp-plan-rate', 'D1')).toEqual([1, null]);
});

test('cp-plans-18-months and cp-plans-2-years-open count plans', () => {
  const tables = {
    ssd_cp_plans: plans(
      ['C1', 'P1', '2023-09-30'], // 18 months before 31 March is 30 September
      ['C2', 'P1', '2023-10-01'],
      ['C3', null, '2023-04-01'], // 730 days; 29 February 2024 lies between
      ['C4', 'P1', '2023-04-02'], // 729 days
      ['C5', 'P1', '2020-01-01', null, true],
    ),
  };
  expect(list(tables, 'cp-plans-18-months')).toEqual({ not: ['C2'], met: ['C1', 'C3', 'C4'] });
  expect(list(tables, 'cp-plans-2-years-open')).toEqual({ not: ['C1', 'C2', 'C4'], met: ['C3'] });
});

test('cp-repeat-24-months and cp-repeat-ever: an earlier plan that had ended by this start', () => {
  const tables = {
    ssd_cp_plans: plans(
      ['C1', 'P1', '2020-01-01', '2022-06-10', true], // another authority's plan is a plan before
      ['C2', 'P1', '2024-06-10'], // 24 months after it to the day
      ['C3', 'P2', '2020-01-01', '2022-06-09'],
      ['C4', 'P2', '2024-06-10'], // 24 months and a day
      ['C5', 'P3', '2024-01-01', '2024-06-11'],
      ['C6', 'P3', '2024-06-10'], // the earlier plan was still open
      ['C7', 'P4', '2024-06-10', '2024-06-10'],
      ['C8', 'P4', '2024-06-10'], // the same start is not earlier
      ['C9', 'P5', '2024-06-10', null, true], // another authority's is not counted itself
    ),
  };
  expect(list(tables, 'cp-repeat-24-months')).toEqual({ not: ['C4', 'C6', 'C7', 'C8'], met: ['C2'] });
  expect(list(tables, 'cp-repeat-ever')).toEqual({ not: ['C6', 'C7', 'C8'], met: ['C2', 'C4'] });
});

test('cp-reviews-on-time: at least one review due, and all due in the 12 months held by then', () => {
  const tables = {
    ssd_cp_plans: plans(
      ['C1', 'P1', '2024-12-31'], // on time
      ['C2', 'P1', '2025-01-01'], // less than 3 months: not counted
      ['C3', 'P1', '2023-01-01'], // late, but before the 12 months
      ['C4', 'P1', '2023-01-01'], // one on time, one a day late
      ['C5', 'P1', '2023-01-01'], // one due, not held
      ['C6', 'P1', '2023-01-01'], // none due by D
    ),
    ssd_cp_reviews: planReviews(
      ['C1', '2025-03-31', '2025-03-31'],
      ['C3', '2024-03-31', '2024-05-01'],
      ['C4', '2024-04-01', '2024-04-01'],
      ['C4', '2024-10-01', '2024-10-02'],
      ['C5', '2025-03-31', null],
      ['C6', '2025-04-01', '2025-03-01'],
      ['C6', null, '2025-03-01'],
    ),
  };
  expect(list(tables, 'cp-reviews-on-time')).toEqual({ not: ['C4', 'C5', 'C6'], met: ['C1', 'C3'] });
});

test('cp-plans-ended-2-years: attributed on the day before the end', () => {
  const tables = {
    ssd_cp_plans: plans(
      ['C1', 'P1', '2022-04-02', '2024-04-01'], // 730 days, over one 29 February
      ['C2', 'P1', '2022-04-03', '2024-04-01'], // 729
      ['C3', 'P1', null, '2024-04-01'],
      ['C4', 'P1', '2020-01-01', '2024-03-31'], // the year before
      ['C5', 'P1', '2020-01-01', '2024-05-01', true],
    ),
    ssd_involvements: held(['P1', 'T1', '2020-01-01', '2024-04-01']),
  };
  expect(list(tables, 'cp-plans-ended-2-years')).toEqual({ not: ['C2', 'C3'], met: ['C1'] });
  expect(ratio(tables, 'cp-plans-ended-2-years', 'T1')).toEqual([1, 3]);
});

test('cp-seen-20-days: the child seen within 20 working days up to D', () => {
  const tables = {
    ssd_cp_plans: plans(
      ['C1', 'P1', '2025-03-03'], // 20 working days
      ['C2', 'P1', '2025-03-04'], // 19: not counted yet
      ['C3', 'P2', '2024-01-01'],
      ['C4', 'P3', '2024-01-01'],
      ['C5', 'P4', '2024-01-01'],
      ['C6', null, '2024-01-01'],
    ),
    ssd_cp_visits: rows(
      ['cppv_person_id', 'cppv_cp_visit_date', 'cppv_cp_visit_seen'],
      [
        ['P1', '2025-03-03', true], // 20
        ['P2', '2025-02-28', true], // 21
        ['P2', '2025-04-01', true], // after D
        ['P3', '2025-03-20', null], // not known to be seen
        ['P4', '2025-03-31', true],
        [null, '2025-03-31', true],
      ],
    ),
  };
  expect(list(tables, 'cp-seen-20-days')).toEqual({ not: ['C3', 'C4', 'C6'], met: ['C1', 'C5'] });
});

test('s47-rate by start, s47-to-conference by end', () => {
  const tables = {
    ssd_s47_enquiry: enquiries(
      ['S1', 'P1', '2024-03-20', '2024-04-01', 'T1'], // ends in the window, begins before
      ['S2', 'P1', '2024-04-01', '2024-04-10'],
      ['S3', 'P1', '2025-03-31', null],
      ['S4', 'P1', '2024-05-01', '2024-05-02'],
    ),
    ssd_initial_cp_conference: conferences(
      ['K1', 'S1', '2025-03-31', true], // transferred in or not
      ['K2', 'S2', '2025-04-01'], // after D
      ['K3', 'S4', null],
    ),
    ssd_involvements: held(['P1', 'T2', '2024-04-01', '2024-04-10']), // an enquiry's end is not a plan's: the day itself
  };
  expect(unitsOf(tables, 's47-rate')).toEqual({ S2: 'T2', S3: 'not-attributed', S4: 'not-attributed' });
  expect(list(tables, 's47-to-conference')).toEqual({ not: ['S2', 'S4'], met: ['S1'] });
  expect(unitsOf(tables, 's47-to-conference')).toEqual({ S1: 'T1', S2: 'not-attributed', S4: 'not-attributed' });
});

test('icpc-rate, icpc-15-days and icpc-to-plan: transfers in left out', () => {
  const tables = {
    ssd_s47_enquiry: enquiries(['S1', 'P1', '2025-02-03', null], ['S2', 'P1', null, null]),
    ssd_initial_cp_conference: conferences(
      ['K1', 'S1', '2025-02-24', null, true], // 15
      ['K2', 'S1', '2025-02-25', false, false], // 16
      ['K3', 'S1', '2025-01-31', false, true], // before its enquiry: stays, not met
      ['K4', 'S2', '2025-02-24', false, null], // start unknown
      ['K5', 'S9', '2025-02-24', false, true], // no such enquiry
      ['K6', null, '2025-02-24', false, true],
      ['K7', 'S1', '2025-02-24', true, true], // transfer in
      ['K8', 'S1', null, false, true],
    ),
  };
  expect(ratio(tables, 'icpc-rate')).toEqual([6, null]);
  expect(list(tables, 'icpc-15-days')).toEqual({ not: ['K2', 'K3', 'K4', 'K5', 'K6'], met: ['K1'] });
  expect(list(tables, 'icpc-to-plan')).toEqual({ not: ['K2', 'K4'], met: ['K1', 'K3', 'K5', 'K6'] });
});
