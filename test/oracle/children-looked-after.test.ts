import { describe, expect, test } from 'vitest';
import { held, list, ratio, rows } from './hand.ts';

const episodes = (...cells: (string | null)[][]) =>
  rows(
    [
      'clae_cla_episode_id',
      'clae_person_id',
      'clae_cla_episode_start_date',
      'clae_cla_episode_ceased_date',
      'clae_cla_episode_ceased_reason',
      'clae_cla_id',
      'clae_entered_care_date',
      'clae_cla_episode_start_reason',
    ],
    cells,
  );
const placements = (...cells: (string | number | null)[][]) =>
  rows(
    [
      'clap_cla_placement_id',
      'clap_person_id',
      'clap_cla_placement_type',
      'clap_cla_placement_start_date',
      'clap_cla_placement_end_date',
      'clap_cla_placement_provider',
      'clap_cla_placement_distance',
    ],
    cells,
  );
const legal = (...cells: (string | null)[][]) =>
  rows(
    [
      'lega_legal_status_id',
      'lega_person_id',
      'lega_legal_status',
      'lega_legal_status_start_date',
      'lega_legal_status_end_date',
    ],
    cells,
  );

test('cla-rate: short breaks and unaccompanied children left out', () => {
  const persons = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8'];
  const tables = {
    ssd_cla_episodes: [
      ...episodes(...persons.map((id) => [`E${id}`, id, '2024-01-01'])),
      ...episodes(
        ['E9', 'P1', '2024-02-01'],
        ['E10', 'P9', '2024-01-01', '2025-03-31', 'E4A'],
        ['E11', null, '2024-01-01'],
      ),
    ],
    ssd_legal_status: legal(
      ['L1', 'P2', 'v4', '2024-01-01', null], // a short break
      ['L2', 'P3', 'V3', '2024-01-01', '2025-03-31'], // ended on D
      ['L3', 'P4', 'V3', '2024-01-01', null],
      ['L4', 'P4', 'C2', '2024-06-01', null], // the later one counts: the old row is stale
    ),
    ssd_immigration_status: rows(
      ['immi_immigration_status_id', 'immi_person_id', 'immi_immigration_status', 'immi_immigration_status_start_date'],
      [
        ['M1', 'P5', 'uasc', '2024-01-01'],
        ['M2', 'P6', 'Unaccompanied asylum-seeking child', '2024-01-01'],
        ['M3', 'P7', 'Former unaccompanied child', '2024-01-01'],
        ['M4', 'P8', 'UASC', '2025-04-01'], // not yet
      ],
    ),
    ssd_involvements: held(['P1', 'T1', '2024-01-01', null]),
  };
  expect(list(tables, 'cla-rate').met).toEqual(['P1', 'P3', 'P4', 'P7', 'P8']);
  expect(ratio(tables, 'cla-rate', 'T1')).toEqual([1, null]);
});

test('cla-3-placements: rows open or ended within the 12 months, temporary ones left out', () => {
  const three = (person: string, third: (string | null)[]) => [
    [`${person}a`, person, 'U4', '2023-01-01', '2024-06-01'],
    [`${person}b`, person, null, '2024-06-01', null], // an unknown code is not a temporary one
    [`${person}c`, person, ...third],
  ];
  const tables = {
    ssd_cla_episodes: episodes(...['P1', 'P2', 'P3', 'P4', 'P5'].map((id) => [`E${id}`, id, '2023-01-01'])),
    ssd_cla_placement: placements(
      ...three('P1', ['K2', '2022-01-01', '2024-04-02']), // ended the day after the window began
      ...three('P2', ['K2', '2022-01-01', '2024-04-01']), // ended on its first day: no
      ...three('P3', ['T1', '2024-07-01', null]),
      ...three('P4', ['K2', '2024-08-01', '2024-08-01']), // ended the day it began
      ...three('P5', ['K2', '2025-04-01', null]), // begins after D
    ),
  };
  expect(list(tables, 'cla-3-placements')).toEqual({ not: ['P2', 'P3', 'P4', 'P5'], met: ['P1'] });
});

describe('cla-stable-2-years', () => {
  const born = (...cells: (string | null)[][]) => rows(['pers_person_id', 'pers_dob'], cells);

  test('who counts: under 16, current period begun 30 months before D', () => {
    const tables = {
      ssd_person: born(
        ['P1', '2009-04-01'],
        ['P2', '2009-03-31'],
        ['P3', null],
        ['P4', '2015-01-01'],
        ['P5', '2015-01-01'],
      ),
      ssd_cla_episodes: episodes(
        ['E1', 'P1', '2022-09-30'], // 30 months before 31 March; 16 tomorrow
        ['E2', 'P2', '2022-09-30'], // 16 today
        ['E3', 'P3', '2022-09-30'],
        ['E4', 'P4', '2022-10-01'], // a day short
        ['E5', 'P5', '2022-10-01', null, null, null, '2022-09-01'], // entered care before its first row
      ),
    };
    expect(list(tables, 'cla-stable-2-years')).toEqual({ not: ['P1', 'P5'], met: [] });
  });

  test('what is stable', () => {
    const persons = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'];
    const tables = {
      ssd_person: born(...persons.map((id) => [id, '2015-01-01'])),
      ssd_cla_episodes: episodes(...persons.map((id) => [`E${id}`, id, '2020-01-01'])),
      ssd_cla_placement: placements(
        ['1', 'P1', 'U4', '2023-03-31', null], // 24 months
        ['2', 'P2', 'U4', '2023-04-01', null],
        ['3', 'P3', 'U4', '2023-01-01', null],
        ['4', 'P3', 'T1', '2025-03-20', null], // in hospital: the home stays
        ['5', 'P4', 'K2', '2023-01-01', '2025-01-01'],
        ['6', 'P4', 'a5', '2025-01-01', null], // adoptive, straight from a long placement of any code
        ['7', 'P5', 'U4', '2023-01-01', '2024-12-31'],
        ['8', 'P5', 'A3', '2025-01-01', null], // a day between
        ['9', 'P6', 'U4', '2023-01-01', '2025-01-01'],
        ['10', 'P6', 'U1', '2025-01-01', null], // not adoptive
      ),
    };
    expect(list(tables, 'cla-stable-2-years')).toEqual({ not: ['P2', 'P5', 'P6'], met: ['P1', 'P3', 'P4'] });
  });
});

test('cla-own-foster and cla-foster-10-miles', () => {
  const persons = ['P1', 'P2', 'P3', 'P4', 'P5'];
  const tables = {
    ssd_cla_episodes: episodes(...persons.map((id) => [`E${id}`, id, '2024-01-01'])),
    ssd_cla_placement: placements(
      ['1', 'P1', 'U6', '2024-01-01', null, 'PR1', 10],
      ['2', 'P2', 'U1', '2024-01-01', null, 'PR4', 10.0001],
      ['3', 'P3', 'U1', '2024-01-01', null, 'PR1', null], // distance unknown: not within
      ['4', 'P4', 'K2', '2024-01-01', null, 'PR1', 1],
      ['9', 'P5', 'U1', '2024-01-01', null, 'PR1', 1],
      ['10', 'P5', 'K2', '2024-01-01', null, 'PR1', 1], // the same day: "9" comes after "10"
    ),
  };
  expect(list(tables, 'cla-own-foster')).toEqual({ not: ['P2', 'P4'], met: ['P1', 'P3', 'P5'] });
  expect(list(tables, 'cla-foster-10-miles')).toEqual({ not: ['P2', 'P3'], met: ['P1', 'P5'] });
});

test('cla-reviews-on-time: reviews of the current period only', () => {
  const tables = {
    ssd_cla_episodes: episodes(
      ['E1', 'P1', '2024-01-01', '2024-06-01', 'X1', 'c1'],
      ['E2', 'P1', '2024-06-01', null, null, 'c2'], // one period: reviews of c1 and c2
      ['E3', 'P2', '2025-03-03', null, null, 'c3'], // 20 working days; nothing due yet
      ['E4', 'P3', '2025-03-04', null, null, 'c4'], // 19: not counted
      ['E5', 'P4', '2024-01-01', null, null, 'c5'],
      ['E6', 'P5', '2024-01-01', null, null, 'c6'],
    ),
    ssd_cla_reviews: rows(
      [
        'clar_cla_review_id',
        'clar_cla_id',
        'clar_cla_review_due_date',
        'clar_cla_review_date',
        'clar_cla_review_cancelled',
      ],
      [
        ['1', 'c1', '2024-05-01', '2024-05-01', null],
        ['2', 'c2', '2024-11-01', '2024-10-01', false],
        ['3', 'c2', '2024-12-01', null, true], // cancelled
        ['4', 'c2', '2025-04-01', null, null], // due after D
        ['5', 'c5', '2024-05-01', '2024-05-02', null], // late
        ['6', 'c6', '2024-03-31', null, null], // never held, but due before the 12 months
        ['7', 'c6', '2023-12-31', null, null], // due before the period began: not of it
      ],
    ),
  };
  expect(list(tables, 'cla-reviews-on-time')).toEqual({ not: ['P2', 'P4'], met: ['P1', 'P5'] });
});

test('cla-dental-12-months and cla-health-12-months', () => {
  const persons = ['P1', 'P2', 'P3', 'P4', 'P5'];
  const tables = {
    ssd_cla_episodes: [
      ...episodes(...persons.map((id) => [`E${id}`, id, '2024-03-31'])), // 12 months before D
      ...episodes(['E9', 'P6', '2024-04-01']),
    ],
    ssd_cla_health: rows(
      ['clah_person_id', 'clah_health_check_type', 'clah_health_check_date', 'clah_health_check_status'],
      [
        ['P1', 'DENTAL Check', '2024-04-01', null],
        ['P2', 'dental check', '2024-03-31', 'Completed'], // too early
        ['P3', 'Dental Check', '2025-03-31', 'Refused by child'],
        ['P4', 'Dental Check', '2025-04-01', null], // after D
        ['P5', 'Review Health Assessment', '2025-03-31', 'completed'],
      ],
    ),
  };
  expect(list(tables, 'cla-dental-12-months')).toEqual({ not: ['P2', 'P3', 'P4', 'P5'], met: ['P1'] });
  expect(list(tables, 'cla-health-12-months')).toEqual({ not: ['P1', 'P2', 'P3', 'P4'], met: ['P5'] });
});

test('cla-starters-before: another episode before this entry into care', () => {
  const tables = {
    ssd_cla_episodes: episodes(
      ['E1', 'P1', '2020-01-01', '2020-06-01', 'E4A', null, null, 'S'],
      ['E2', 'P1', '2024-04-01', null, null, null, null, 'S'], // again
      ['E3', 'P2', '2024-05-01', '2024-06-01', 'X1', null, '2024-05-01', 'S'],
      ['E4', 'P2', '2024-06-01', null, null, null, null, 'P'], // not a start
      ['E5', 'P3', '2024-05-01', '2024-05-10', 'X1', null, null, 'S'],
      ['E6', 'P3', '2024-05-10', null, null, null, '2024-05-01', 's'], // E5 did not start before 1 May
      ['E7', 'P4', '2024-05-01', null, null, null, null, 'S'], // a short break
    ),
    ssd_legal_status: legal(['L1', 'P4', 'V4', '2024-05-01', null]),
  };
  expect(list(tables, 'cla-starters-before')).toEqual({ not: ['E3', 'E5', 'E6'], met: ['E2'] });
});

test('cla-review-participation: by date held, with the person of the episode', () => {
  const tables = {
    ssd_cla_episodes: episodes(['E1', 'P1', '2024-01-01', null, null, 'c1']),
    ssd_cla_reviews: rows(
      [
        'clar_cla_review_id',
        'clar_cla_id',
        'clar_cla_review_date',
        'clar_cla_review_participation',
        'clar_cla_review_cancelled',
        'clar_cla_person_id',
      ],
      [
        ['1', 'c1', '2024-04-01', 'PN6', null, 'P9'], // P1's, whatever the row says
        ['2', 'c9', '2024-04-01', 'pn7', null, 'P9'],
        ['3', 'c1', '2024-04-01', 'PN0', null, null], // under 4
        ['4', 'c1', '2024-04-01', 'PN1', true, null],
        ['5', 'c1', '2024-03-31', 'PN1', null, null],
        ['6', 'c1', '2024-04-01', null, null, null],
      ],
    ),
    ssd_involvements: held(['P1', 'T1', '2024-01-01', null], ['P9', 'T3', '2024-01-01', null]),
  };
  expect(list(tables, 'cla-review-participation')).toEqual({ not: ['2'], met: ['1'] });
  expect(ratio(tables, 'cla-review-participation', 'T1')).toEqual([1, 1]);
  expect(ratio(tables, 'cla-review-participation', 'T3')).toEqual([0, 1]);
});
