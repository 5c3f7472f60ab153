import { expect, test } from 'vitest';
import { held, list, ratio, rows } from './hand.ts';
import { periodsOfCare } from './notions/periods-of-care.ts';

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
    ],
    cells,
  );
const permanence = (...cells: (string | boolean | null)[][]) =>
  rows(
    [
      'perm_table_id',
      'perm_person_id',
      'perm_cla_id',
      'perm_placed_for_adoption_date',
      'perm_placement_order_date',
      'perm_matched_date',
      'perm_adopted_by_carer_flag',
      'perm_placed_foster_carer_date',
    ],
    cells,
  );

const periodsFrom = (...cells: (string | null)[][]) =>
  periodsOfCare({ ssd_cla_episodes: episodes(...cells) }).map((period) => ({
    ids: period.episodes.map((episode) => episode.id).join(' '),
    began: period.began,
    end: period.end === null ? null : `${period.end.date} ${period.end.reason}`,
  }));

test('periods of care: links by X1 on one day, over other rows, and branching', () => {
  expect(
    periodsFrom(
      ['E1', 'P1', '2024-01-01', '2024-02-01', 'X1'],
      ['E5', 'P1', '2024-01-15', '2024-01-20', 'E8'], // another row in between: a period of its own
      ['E2', 'P1', '2024-02-01', '2024-03-01', 'X1', null, '2023-12-24'],
      ['E3', 'P1', '2024-03-01', '2024-05-01', 'E4A'],
      ['E4', 'P1', '2024-03-01', '2024-04-01', 'E8'], // two continue E2; E3 ceased last
    ),
  ).toEqual([
    { ids: 'E1 E2 E3 E4', began: '2023-12-24', end: '2024-05-01 E4A' },
    { ids: 'E5', began: '2024-01-15', end: '2024-01-20 E8' },
  ]);
});

test('periods of care: no link over a day, without X1, or between persons; X1 at the end is no end', () => {
  expect(
    periodsFrom(
      ['E1', 'P1', '2024-01-01', '2024-02-01', 'X1'], // followed a day late: not ended
      ['E2', 'P1', '2024-02-02', '2024-03-01', null], // no reason: ended
      ['E3', 'P1', '2024-03-01', null, null],
      ['E4', 'P2', '2024-02-01', null, null],
    ),
  ).toEqual([
    { ids: 'E1', began: '2024-01-01', end: null },
    { ids: 'E2', began: '2024-02-02', end: '2024-03-01 null' },
    { ids: 'E3', began: '2024-03-01', end: null },
    { ids: 'E4', began: '2024-02-01', end: null },
  ]);
});

test('periods of care: of several before, the latest start, then the highest id; on one day the lower id is earlier', () => {
  expect(
    periodsFrom(
      ['E1', 'P1', '2024-01-01', '2024-02-01', 'X1'],
      ['E9', 'P1', '2024-01-10', '2024-02-01', 'X1'],
      ['E10', 'P1', '2024-01-10', '2024-02-01', 'X1'], // "E10" comes before "E9"
      ['E2', 'P1', '2024-02-01', '2024-02-01', 'X1'], // a day's episode continues E9, and E3 continues it
      ['E3', 'P1', '2024-02-01', null, null],
    ).map((period) => period.ids),
  ).toEqual(['E1', 'E9 E2 E3', 'E10']);
});

test('cla-leavers-adopted: short breaks go first, then the last of each person', () => {
  const tables = {
    ssd_cla_episodes: episodes(
      ['E1', 'P1', '2023-01-01', '2024-06-01', 'E11'],
      ['E2', 'P1', '2024-07-01', '2024-08-01', 'E4A'], // a short break: gone, so the adoption is the last
      ['E3', 'P2', '2023-01-01', '2024-06-01', 'e12'],
      ['E4', 'P2', '2024-07-01', '2024-08-01', 'E4A'], // the last
      ['E5', 'P3', '2023-01-01', '2024-06-01', 'E12'],
      ['E6', 'P3', '2023-02-01', null, null], // still open elsewhere: P3 left all the same
      ['E7', 'P4', '2023-01-01', '2025-04-01', 'E11'], // after D
      ['E8', 'P5', '2023-01-01', '2024-06-01', 'E11'],
      ['E9', 'P5', '2023-02-01', '2024-06-01', 'E8'], // one day: the highest id
    ),
    ssd_legal_status: rows(
      [
        'lega_legal_status_id',
        'lega_person_id',
        'lega_legal_status',
        'lega_legal_status_start_date',
        'lega_legal_status_end_date',
      ],
      [['L1', 'P1', 'V4', '2024-07-01', '2024-08-01']], // it ends with the period: the day before is looked at
    ),
    ssd_involvements: held(['P1', 'T1', '2023-01-01', '2024-06-01']),
  };
  expect(list(tables, 'cla-leavers-adopted')).toEqual({ not: ['P2', 'P5'], met: ['P1', 'P3'] });
  expect(ratio(tables, 'cla-leavers-adopted', 'T1')).toEqual([1, 1]);
});

test('adoption-days-to-family: from entered care to the day moved in', () => {
  const tables = {
    ssd_cla_episodes: episodes(
      ['E1', 'P1', '2023-01-01', '2024-06-01', 'E11', 'c1'],
      ['E2', 'P2', '2023-01-01', '2024-06-01', 'E12', 'c2'],
      ['E3', 'P3', '2023-01-01', '2024-06-01', 'E12', 'c3'],
      ['E4', 'P4', '2023-01-01', '2024-06-01', 'E12', 'c4'],
      ['E5', 'P5', '2023-01-01', '2024-03-31', 'E12', 'c5'], // the year before
    ),
    ssd_permanence: permanence(
      ['1', 'P1', 'c1', '2023-04-11', null, null, null, '2023-02-01'], // 100 days; not adopted by the carer
      ['2', 'P1', null, '2023-12-01'], // the row that names the period comes first
      ['3', 'P2', null, '2023-04-11', null, null, true, '2023-01-11'], // by the carer: 10 days
      ['4', 'P3', 'c3', '2022-12-31'], // before the period began: left out
      ['5', 'P4', 'c4', '2023-04-11', null, null, true, null], // by the carer, without that date
      ['6', 'P5', 'c5', '2023-04-11'],
    ),
  };
  expect(ratio(tables, 'adoption-days-to-family')).toEqual([110, 2]);
});

test('adoption-days-to-match: over the year and over three years', () => {
  const tables = {
    ssd_cla_episodes: episodes(
      ['E1', 'P1', '2021-01-01', '2024-06-01', 'E11', 'c1'],
      ['E2', 'P2', '2021-01-01', '2024-06-01', 'E12', 'c2'],
      ['E3', 'P3', '2021-01-01', '2022-04-01', 'E12', 'c3'],
      ['E4', 'P4', '2021-01-01', '2022-03-31', 'E12', 'c4'],
      ['E5', 'P5', '2021-01-01', '2024-06-01', 'E12', 'c5'],
    ),
    ssd_permanence: permanence(
      ['1', 'P1', 'c1', null, '2023-01-01', '2023-01-31'], // 30
      ['2', 'P2', 'c2', null, '2023-01-31', '2023-01-01'], // matched first: 0
      ['3', 'P3', null, null, '2022-01-01', '2022-01-08'], // 7
      ['4', 'P4', 'c4', null, '2022-01-01', '2022-01-08'], // before the 36 months
      ['5', 'P5', 'c5', null, '2022-01-01', null],
      ['9', 'P3', null, null, '2022-01-01', '2022-01-15'], // 14: the highest id of the nameless
    ),
  };
  expect(ratio(tables, 'adoption-days-to-match')).toEqual([30, 2]);
  expect(ratio(tables, 'adoption-days-to-match-3-years')).toEqual([44, 3]);
});

test('adoption-within-14-months: the last placing of a person, from the period it names', () => {
  const tables = {
    ssd_cla_episodes: episodes(
      ['E1', 'P1', '2023-06-10', '2023-09-01', 'X1', 'c1'],
      ['E2', 'P1', '2023-09-01', null, null, 'c2'],
      ['E3', 'P2', '2023-06-09', null, null, 'c3'],
      ['E4', 'P3', '2023-06-10', null, null, 'c4'],
      ['E5', 'P4', '2023-06-10', '2024-08-10', 'E8', 'c5'],
    ),
    ssd_permanence: permanence(
      ['1', 'P1', 'c2', '2024-08-10'], // 14 months after 10 June 2023
      ['2', 'P2', 'c3', '2024-08-10'], // a day late
      ['3', 'P3', null, '2024-08-10'], // no name: the period open that day
      ['4', 'P3', null, '2024-05-01'], // not the last
      ['5', 'P4', 'c9', '2024-08-10'], // names nothing, and nothing was open that day
      ['6', 'P5', null, '2025-04-01'],
    ),
  };
  expect(list(tables, 'adoption-within-14-months')).toEqual({ not: ['P2', 'P4'], met: ['P1', 'P3'] });
});
