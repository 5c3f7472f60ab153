import { expect, test } from 'vitest';
import { held, list, ratio, rows, unitsOf } from './hand.ts';

const posts = (...cells: (string | number | boolean | null)[][]) =>
  rows(['post_id', 'team_id', 'role', 'fte', 'filled_by', 'worker_id', 'qualified', 'from_date', 'to_date'], cells);

test('audits-completed by the date due, audits-adequate by the date completed', () => {
  const tables = {
    case_file_audits: rows(
      ['audit_id', 'person_id', 'team_id', 'due_on', 'completed_on', 'grade'],
      [
        ['1', 'P1', 'T1', '2024-04-01', '2025-03-31', 'GOOD'],
        ['2', 'P1', null, '2025-03-31', '2025-04-01', 'good'], // completed after D
        ['3', 'P1', 'T1', '2024-05-01', null, null],
        ['4', 'P1', 'T1', '2024-03-31', '2024-04-01', 'Requires improvement to be good'],
        ['5', 'P1', 'T1', null, '2024-05-01', 'Inadequate'],
        ['6', 'P1', 'T1', null, '2024-05-01', null], // ungraded ones are counted
      ],
    ),
    ssd_involvements: held(['P1', 'T2', '2025-03-31', null]),
  };
  expect(list(tables, 'audits-completed')).toEqual({ not: ['2', '3'], met: ['1'] });
  expect(unitsOf(tables, 'audits-completed')).toEqual({ 1: 'T1', 2: 'T2', 3: 'T1' });
  expect(list(tables, 'audits-adequate')).toEqual({ not: ['5', '6'], met: ['1', '4'] });
});

test('posts: full-time equivalents of what is open at D', () => {
  const tables = {
    workforce_posts: posts(
      ['1', 'T1', 'Senior SOCIAL WORKER', 0.1, 'Agency', 'W1', true, '2024-01-01'],
      ['2', 'T1', 'Social worker', 0.2, 'permanent', 'W2', true, '2025-03-31'],
      ['3', 'T2', 'Social worker', 1, 'permanent', 'W3', null, '2024-01-01'], // not known to be qualified
      ['4', 'T9', 'Social worker', 0.5, null, null, null, '2024-01-01'], // says nothing: vacant; team unknown
      ['5', 'T1', 'Social worker', null, 'agency', 'W4', null, '2024-01-01'], // no FTE: 0
      ['6', 'T1', 'Social worker', 1, 'agency', 'W5', null, '2024-01-01', '2025-03-31'], // ended on D
      ['7', 'T1', 'Team Manager', 1, 'agency', 'W6', null, '2024-01-01'],
      ['8', 'T1', 'team manager', 0.5, 'vacant', null, null, '2024-01-01'],
      ['9', 'T1', 'Social worker', 1, 'agency', 'W7', null, null],
    ),
  };
  expect(ratio(tables, 'posts-agency')).toEqual([0.1, 1.8]);
  expect(ratio(tables, 'posts-agency', 'T1')).toEqual([0.1, 0.3]); // 0.1 + 0.2, exactly
  expect(ratio(tables, 'posts-permanent-qualified')).toEqual([0.2, 1.8]);
  expect(ratio(tables, 'vacancy-rate', 'not-attributed')).toEqual([0.5, 0.5]);
  expect(ratio(tables, 'managers-agency')).toEqual([1, 1.5]);
});

test('caseload-average: pairs of worker and child over the posts of workers with a case', () => {
  const tables = {
    workforce_posts: posts(
      ['1', 'T1', 'Social worker', 0.5, 'permanent', 'W1', null, '2024-01-01'],
      ['2', 'T2', 'Social worker', 0.4, 'agency', 'W1', null, '2024-01-01'], // two posts, two teams
      ['3', 'T1', 'Social worker', 1, 'permanent', 'W2', null, '2024-01-01'],
      ['4', 'T3', 'Social worker', 1, 'permanent', 'W3', null, '2024-01-01'], // no case: not counted
      ['5', 'T3', 'Social worker', 1, 'vacant', 'W2', null, '2024-01-01'],
    ),
    ssd_involvements: held(
      ['P1', 'T3', '2024-01-01', null, 'W1'], // whatever the team of the involvement
      ['P1', 'T3', '2024-02-01', null, 'W1'], // the same child again
      ['P2', 'T3', '2024-01-01', null, 'W1'],
      ['P1', 'T3', '2024-01-01', null, 'W2'], // a child with two workers counts for each
      ['P3', 'T3', '2024-01-01', '2025-03-31', 'W3'], // ended on D
      [null, 'T3', '2024-01-01', null, 'W3'],
    ),
  };
  expect(ratio(tables, 'caseload-average', 'T1')).toEqual([3, 1.5]);
  expect(ratio(tables, 'caseload-average', 'T2')).toEqual([2, 0.4]);
  expect(ratio(tables, 'caseload-average', 'D1')).toEqual([3, 1.9]); // W1's two children once
  expect(ratio(tables, 'caseload-average', 'T3')).toEqual([0, 0]);
});

test('supervised-in-month: workers, by the team of their post', () => {
  const tables = {
    workforce_posts: posts(
      ['1', 'T1', 'Social worker', 1, 'permanent', 'W1', null, '2024-01-01'],
      ['2', 'T2', 'Social worker', 1, 'permanent', 'W1', null, '2024-01-01'],
      ['3', 'T2', 'Social worker', 1, 'agency', 'W2', null, '2024-01-01'],
      ['4', 'T2', 'Social worker', 1, 'agency', null, null, '2024-01-01'],
      ['5', 'T2', 'Social worker', 1, 'vacant', 'W3', null, '2024-01-01'],
    ),
    supervisions: rows(
      ['supervision_id', 'worker_id', 'team_id', 'held_on'],
      [
        ['1', 'W1', 'T3', '2025-03-01'],
        ['2', 'W2', 'T2', '2025-02-28'],
        ['3', 'W2', 'T2', '2025-04-01'],
      ],
    ),
  };
  expect(ratio(tables, 'supervised-in-month', 'T1')).toEqual([1, 1]);
  expect(ratio(tables, 'supervised-in-month', 'D1')).toEqual([1, 2]);
});
