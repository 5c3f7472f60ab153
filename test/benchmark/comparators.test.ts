import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { mean, median } from '../../src/benchmark/average.ts';
import { agrees, type Benchmarks, type ComparatorGroup, openBenchmarks } from '../../src/benchmark/index.ts';
import { publishedPeriod } from '../../src/benchmark/period.ts';
import { files, library, loaded, publishedFiles, seriesOf, temporaryFolder } from './published.ts';

const kent = 'E10000016';
let data = '';
let benchmarks: Benchmarks;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'outturn-comparators-'));
  await loaded(data, publishedFiles);
  benchmarks = await openBenchmarks({ data, pack: await library() });
  return () => rmSync(data, { recursive: true, force: true });
});

function one(indicator: string, authority: string, month: string, group: ComparatorGroup) {
  const found = benchmarks.comparatorsOf(indicator, authority, month).find((comparator) => comparator.group === group);
  if (!found) throw new Error(`no comparator ${group}`);
  return found;
}

describe("Kent's re-referrals in the year to March 2025", () => {
  test('21.6% as published, against a mean of neighbours of 20.45 and a median of 21.0, both of ten', () => {
    const figures = benchmarks
      .comparatorsOf('re-referrals', kent, '2025-03')
      .map(({ group, value, n, of }) => [group, value, n, of]);
    expect(figures).toEqual([
      ['own', 21.6, null, null],
      ['england', 22.6, null, null],
      ['region', 28.4, null, null],
      ['neighbours-mean', 20.45, 10, 10],
      ['neighbours-median', 21, 10, 10],
    ]);
    expect(one('re-referrals', kent, '2025-03', 'neighbours-mean').label).toBe(
      'Mean of statistical neighbours (2025 model)',
    );
    expect(one('re-referrals', kent, '2025-03', 'england')).toMatchObject({
      change: 0.2,
      likeForLike: true,
      note: null,
    });
    expect(one('re-referrals', kent, '2025-03', 'england').period.label).toBe('year ending 31 March 2025');
  });

  test('a year to date is not set against a full year without saying so, and a month only knows what had ended', () => {
    const july = one('re-referrals', kent, '2025-07', 'england');
    expect(july).toMatchObject({ value: 22.6, likeForLike: false });
    expect(july.note).toBe(
      'The published figure covers a full year, 1 April 2024 to 31 March 2025; this indicator covers 4 months, 1 April to 31 July 2025.',
    );
    expect(one('re-referrals', kent, '2025-02', 'england').period.code).toBe('2024');
    expect(benchmarks.comparatorsOf('re-referrals', kent, '2012-12')).toEqual([]);
  });

  test('any code of the authority gives the same', () => {
    expect(benchmarks.comparatorsOf('re-referrals', '886', '2025-03')).toEqual(
      benchmarks.comparatorsOf('re-referrals', kent, '2025-03'),
    );
  });
});

test('a target that follows a published figure finds it by group, as it stood on a day', () => {
  const lookUp = benchmarks.targetLookUp(kent);
  const period = 'year ending 31 March 2025';
  expect(lookUp('re-referrals', 'T12', '2025-03-31', 'england')).toEqual({ value: 22.6, label: 'England', period });
  expect(lookUp('re-referrals', 'T12', '2025-06-30', 'neighbours-median')).toEqual({
    value: 21,
    label: 'Median of statistical neighbours (2025 model), 10 of 10',
    period,
  });
  expect(lookUp('re-referrals', 'T12', '2025-03-30', 'england')?.period).toBe('year ending 31 March 2024');
  expect(lookUp('re-referrals', 'T12', '2025-03-31', 'own')).toBeNull();
  expect(lookUp('icpc-rate', 'T12', '2025-03-31', 'england')).toBeNull();
});

test('a rate that is defined otherwise is not like for like, and says why', () => {
  const england = one('cla-rate', kent, '2025-03', 'england');
  expect(england).toMatchObject({ value: 67, likeForLike: false });
  expect(england.note).toContain('unaccompanied');
});

test('a figure of a region is the published one, even where its rounded counts give another', async () => {
  const series = await seriesOf(data, {
    value: ['no_further_action_percent'],
    numerator: ['no_further_action_count'],
    denominator: ['referral_count'],
  });
  const regions = [...series.areas]
    .filter(([area]) => /^E1[23]/.test(area))
    .flatMap(([, values]) => [...values.values()]);
  const otherwise = regions.filter((value) => agrees(value, { scale: 100, decimals: 1 }) === false);
  expect(otherwise.length).toBeGreaterThan(0);
  expect(otherwise.every(({ text, value }) => Number(text) === value)).toBe(true);
});

test('a column that a release no longer has comes from the last release that had it', () => {
  const england = one('referrals-rate', kent, '2026-03', 'england');
  expect(england).toMatchObject({ value: 518.3, state: 'value' });
  expect(england.release).toContain('2013_to_2024');
  expect(england.period.label).toBe('year ending 31 March 2024');
});

test('a rate says which population it is on, and whether that estimate was changed since', () => {
  const plain = 'The rate is on the population of mid-2024.';
  for (const group of ['own', 'england', 'region'] as const)
    expect(one('cla-rate', kent, '2025-03', group).note).toContain(plain);
  // Rates of 2024 were published before the estimate of mid-2023 was put right; those of 2022 were not.
  const changed = 'The rate is on an estimate of the population of mid-2023 that was changed since';
  for (const group of ['own', 'england', 'region'] as const) {
    expect(one('referrals-rate', kent, '2024-03', group).note).toContain(changed);
    expect(one('referrals-rate', kent, '2022-03', group).note).toBe('The rate is on the population of mid-2021.');
  }
});

test.each([
  ['Barnsley', '370', ['E08000016', 'E08000038']],
  ['Sheffield', '373', ['E08000019', 'E08000039']],
])('%s is one series through its change of code', async (name, dfe, codes) => {
  const series = await seriesOf(data, { value: ['caseload_fte'] });
  const years = ['2017', '2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025'];
  expect([...(series.areas.get(dfe)?.keys() ?? [])].toSorted()).toEqual(years);
  for (const code of [dfe, ...codes]) expect(benchmarks.area(code)).toMatchObject({ key: dfe, name });
  expect(one('caseload-average', codes[0] ?? '', '2025-09', 'own')).toEqual(
    one('caseload-average', codes[1] ?? '', '2025-09', 'own'),
  );
  expect(one('caseload-average', dfe, '2025-09', 'own').change).not.toBeNull();
});

test('authorities that were made anew are not joined to those they replaced', () => {
  expect(benchmarks.area('E10000009')?.key).toBe('835');
  expect(benchmarks.area('E06000059')?.key).toBe('838');
});

describe('joint returns', () => {
  test('give the figure to both members and say whose it is', () => {
    const richmond = one('vacancy-rate', '318', '2025-09', 'own');
    expect(richmond).toMatchObject({ value: 14.9, label: 'Richmond upon Thames, as published' });
    expect(richmond.note).toContain('joint return: Kingston upon Thames / Richmond upon Thames');
  });

  test('are no neighbour of their own members', () => {
    // Kingston is among Richmond's ten, and reports with it.
    expect(one('vacancy-rate', '318', '2025-09', 'neighbours-mean')).toMatchObject({ n: 9, of: 10 });
    expect(one('re-referrals', '318', '2025-03', 'neighbours-mean')).toMatchObject({ n: 10, of: 10 });
  });

  test('count once where both members are neighbours', () => {
    // Both Northamptonshires are among Swindon's ten.
    const swindon = one('vacancy-rate', '866', '2025-09', 'neighbours-median');
    expect(swindon).toMatchObject({ n: 9, of: 10 });
    expect(swindon.note).toContain('counts once: North Northamptonshire / West Northamptonshire');
  });
});

test('London boroughs have their part of London and London', () => {
  const groups = benchmarks.comparatorsOf('cla-rate', '202', '2025-03').map(({ group, label }) => [group, label]);
  expect(groups).toContainEqual(['region', 'Inner London']);
  expect(groups).toContainEqual(['london', 'London']);
});

describe('a figure of low reliability', () => {
  test('is no number, and blanks the change into it and out of it', () => {
    const hampshire = (month: string) => one('re-referrals', '850', month, 'own');
    expect(hampshire('2023-03')).toMatchObject({ value: 38.7, change: 3 });
    expect(hampshire('2024-03')).toMatchObject({ value: null, state: 'low-reliability', change: null });
    expect(hampshire('2024-03').note).toBe('The figure is not shown, because it is of low reliability.');
    expect(hampshire('2025-03')).toMatchObject({ value: 41, change: null });
  });

  test('drops out of the neighbours, which say how many of the ten are left', () => {
    // Hampshire is among Wiltshire's ten; the mean of the other nine by hand.
    const wiltshire = one('re-referrals', '865', '2024-03', 'neighbours-mean');
    expect(wiltshire).toMatchObject({ value: expect.closeTo(19.0444444444, 9), n: 9, of: 10 });
    expect(wiltshire.note).toBe('9 of the 10 neighbours had a figure of their own.');
    expect(one('re-referrals', '865', '2024-03', 'neighbours-median').value).toBe(18.4);
  });

  test('that an earlier release gave as a number is a restatement', async () => {
    const series = await seriesOf(data, { value: ['no_further_action_percent', 'No_Further_Action_percent'] });
    expect(series.areas.get('302')?.get('2024')).toMatchObject({
      state: 'low-reliability',
      restated: { text: '0', release: 'c1_children_in_need_referrals_and_rereferrals_2013_to_2024 (to 2024)' },
    });
    const restated = [...series.areas.values()].flatMap((values) =>
      [...values.values()].filter((value) => value.restated),
    );
    expect(restated).toHaveLength(1);
  });
});

test('an authority that nothing names has England alone', () => {
  expect(benchmarks.comparatorsOf('re-referrals', 'E19000001', '2025-03').map(({ group }) => group)).toEqual([
    'england',
  ]);
});

test('what the pack names and no table holds is told', () => {
  expect(benchmarks.notLoaded.map(({ indicator }) => indicator)).toEqual(['cin-rate']);
});

test('without the look-up and without the later release the rest still stands', async () => {
  const other = temporaryFolder();
  await loaded(other, files('c1_children_in_need_referrals_and_rereferrals_2013_to_2024'));
  const opened = await openBenchmarks({ data: other, pack: await library() });
  const groups = opened.comparatorsOf('re-referrals', kent, '2025-03').map(({ group, value }) => [group, value]);
  expect(groups).toEqual([
    ['own', 23.3],
    ['england', 22.4],
    ['region', 26.6],
  ]);
});

describe('averages', () => {
  const figures = fc.array(
    fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
    { minLength: 1, maxLength: 10 },
  );

  test('lie between the least and the most, whatever the order', () => {
    fc.assert(
      fc.property(figures, (values) => {
        for (const average of [mean, median]) {
          expect(average(values)).toBeGreaterThanOrEqual(Math.min(...values));
          expect(average(values)).toBeLessThanOrEqual(Math.max(...values));
          expect(average(values.toReversed())).toBe(average(values));
        }
      }),
    );
  });

  test('are null of nothing, and exact', () => {
    expect([mean([]), median([])]).toEqual([null, null]);
    expect(mean([0.1, 0.2])).toBe(0.15);
    expect(median([0.1, 0.2, 0.3, 0.8])).toBe(0.25);
  });
});

test.each([
  ['2025', 'Reporting year', 'year', '03-31', 'year ending 31 March 2025'],
  ['2025', 'Reporting year', 'day', '09-30', '30 September 2025'],
  ['202425', 'Financial year', 'year', '03-31', 'year ending 31 March 2025'],
  ['202425', 'Academic year', 'year', '03-31', 'year ending 31 August 2025'],
  ['2024', 'Calendar year', 'year', '03-31', 'year ending 31 December 2024'],
  ['202425', 'Financial year Q2', 'year', '03-31', '1 July to 30 September 2024'],
] as const)('the period %s of a %s about a %s', (code, identifier, covers, ends, label) => {
  expect(publishedPeriod(code, identifier, covers, ends).label).toBe(label);
});
