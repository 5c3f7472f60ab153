import { describe, expect, test } from 'vitest';
import { openFigures } from '../../src/measure/index.ts';
import { currentExtracts, storedExtracts } from '../../src/warehouse/index.ts';
import { allFindings, deliver, library, loadWith, query, scratch } from './delivery.ts';

const folder = scratch();
let made = 0;
const place = () => `${folder}/${made++}`;

type Episode = [child: string, from: string, rne: string, ls: string, placement: string, to?: string, reason?: string];

const uk = (day: string) => day.split('-').reverse().join('/');

/** A return: header with the children of its episodes, the episodes, and OC2 where there are rows of it. */
function returned(episodes: readonly Episode[], oc2: string[][] = []) {
  const children = [...new Set(episodes.map(([child]) => child))];
  return {
    'header.csv': [['CHILD', 'SEX', 'DOB'], ...children.map((child) => [child, '1', '01/01/2015'])],
    'episodes.csv': [
      ['CHILD', 'DECOM', 'RNE', 'LS', 'PLACE', 'DEC', 'REC'],
      ...episodes.map(([child, from, rne, ls, placement, to = '', reason = '']) => [
        child,
        uk(from),
        rne,
        ls,
        placement,
        to && uk(to),
        reason,
      ]),
    ],
    ...(oc2.length > 0 ? { 'oc2.csv': [['CHILD', 'TEETH_CHECK', 'HEALTH_CHECK', 'HEALTH_ASSESSMENT'], ...oc2] } : {}),
  };
}

async function loadReturn(data: string, files: Parameters<typeof deliver>[1]) {
  const source = await deliver(place(), files);
  const result = await loadWith({ data, sources: [source], authority: 'E1' });
  return { source, outcome: result.extracts[0]?.outcome, manifest: result.extracts[0]?.manifest };
}

/** A stays through three years in one foster home; B moves over the year end; C leaves; D is forgotten by the second. */
const first = returned(
  [
    ['A', '2020-05-01', 'S', 'C2', 'U4'],
    ['B', '2020-09-01', 'S', 'V2', 'U6', '2021-03-31', 'X1'],
    ['B', '2021-03-31', 'P', 'V2', 'K2'],
    ['C', '2020-06-01', 'S', 'V2', 'U6', '2021-02-01', 'E4A'],
    ['D', '2020-07-01', 'S', 'C1', 'U6'],
  ],
  [['A', '1', '0', '0']],
);
const second = returned(
  [
    ['A', '2020-05-01', 'S', 'C2', 'U4'],
    ['B', '2021-03-31', 'P', 'V2', 'K2', '2021-08-01', 'E4A'],
    ['E', '2021-05-01', 'S', 'V2', 'U6'],
  ],
  [['A', '0', '', '']],
);
const third = returned(
  [
    ['A', '2020-05-01', 'S', 'C2', 'U4'],
    ['E', '2021-05-01', 'S', 'C2', 'U6', '2022-10-01', 'X1'],
    ['E', '2022-10-01', 'P', 'C2', 'K2'],
  ],
  [['A', '1', '0', '0']],
);

describe('several returns make one history', () => {
  test('the later wins, chains run on over the year end, and what is gone is ended with a finding', async () => {
    const data = place();
    await loadReturn(data, first);
    const { outcome, manifest } = await loadReturn(data, second);
    expect(outcome).toBe('published');
    expect(manifest?.history?.map(({ from, to }) => [from, to])).toEqual([
      ['2020-04-01', '2021-03-31'],
      ['2021-04-01', '2022-03-31'],
    ]);
    expect(manifest?.tables.ssd_cla_episodes).toMatchObject({ from: '2020-04-01', to: '2022-03-31', rows: 6 });
    expect(
      await query(
        data,
        `select clae_person_id, clae_cla_episode_start_date::varchar, clae_cla_episode_ceased_date::varchar,
          clae_cla_id, clae_entered_care_date::varchar from {ssd_cla_episodes} order by 1, 2`,
      ),
    ).toEqual([
      ['A', '2020-05-01', null, 'A|2020-05-01|1', '2020-05-01'],
      ['B', '2020-09-01', '2021-03-31', 'B|2020-09-01|1', '2020-09-01'],
      ['B', '2021-03-31', '2021-08-01', 'B|2020-09-01|1', '2020-09-01'],
      ['C', '2020-06-01', '2021-02-01', 'C|2020-06-01|1', '2020-06-01'],
      ['D', '2020-07-01', '2021-04-01', 'D|2020-07-01|1', '2020-07-01'],
      ['E', '2021-05-01', null, 'E|2021-05-01|1', '2021-05-01'],
    ]);
    const history = (await allFindings(data)).filter(({ code }) => code.startsWith('history-'));
    expect(history.map(({ code, file, row }) => [code, file, row])).toEqual([
      ['history-episode-gone', 'episodes.csv (year to 31 March 2021)', 6],
    ]);
    // Each year says whether there was a check in it.
    expect(await query(data, 'select clah_health_check_date::varchar from {ssd_cla_health}')).toEqual([['2021-03-31']]);
  });

  test('the order of loading makes no difference, nor does loading twice; every return is kept', async () => {
    const [forwards, backwards] = [place(), place()];
    for (const files of [first, second, third]) await loadReturn(forwards, files);
    for (const files of [third, first, second]) await loadReturn(backwards, files);
    const [one] = await currentExtracts(forwards);
    expect(await currentExtracts(backwards)).toMatchObject([
      { id: one?.id, tables: one?.tables, findings: one?.findings },
    ]);
    for (const files of [first, second, third]) {
      expect(await loadReturn(forwards, files)).toMatchObject({ outcome: 'unchanged', manifest: { id: one?.id } });
    }
    expect(await currentExtracts(forwards)).toEqual([one]);
  });

  test('returns given in one call make the same history, each with its own findings', async () => {
    const [apart, together] = [place(), place()];
    const noted = {
      ...second,
      'reviews.csv': [
        ['CHILD', 'REVIEW'],
        ['A', '32/01/2022'],
      ],
    };
    const sources: string[] = [];
    for (const files of [first, noted, third]) sources.push((await loadReturn(apart, files)).source);
    await loadWith({ data: together, sources: [sources[2], sources[0], sources[1]].map(String), authority: 'E1' });
    const [one] = await currentExtracts(apart);
    const [other] = await currentExtracts(together);
    expect(other).toMatchObject({ id: one?.id, findings: one?.findings, tables: one?.tables });
    expect(await allFindings(together)).toEqual(await allFindings(apart));
    expect(
      (await allFindings(together)).filter(({ code }) => code === 'date-unreadable').map(({ file }) => file),
    ).toEqual(['reviews.csv (year to 31 March 2022)']);
    // The last alone, then all of them at once: the one that was current is not written again.
    const grown = place();
    await loadWith({ data: grown, sources: [String(sources[2])], authority: 'E1' });
    await loadWith({ data: grown, sources, authority: 'E1' });
    expect((await currentExtracts(grown))[0]?.id).toBe(one?.id);
    expect((await storedExtracts(grown)).map(({ standing }) => standing).toSorted()).toEqual([
      'current',
      'in-history',
      'in-history',
      'in-history',
    ]);
    await expect(
      loadWith({ data: place(), sources: [sources[0], sources[1], sources[0]].map(String) }),
    ).rejects.toThrow(/twice/);
  });

  test('with three years the long placements come out, and with a year between them they do not', async () => {
    const pack = await library();
    const figure = async (...returns: (typeof first)[]) => {
      const data = place();
      for (const files of returns) await loadReturn(data, files);
      const figures = await openFigures({
        data,
        pack,
        months: { last: '2023-03', count: 1 },
        indicators: ['cla-stable-2-years'],
      });
      const found = figures.observation('cla-stable-2-years', figures.units('2023-03')[0]?.code ?? '', '2023-03');
      await figures.close();
      return { found, findings: (await allFindings(data)).map(({ code }) => code) };
    };
    const whole = await figure(first, second, third);
    expect(whole.found).toMatchObject({ numerator: 1, denominator: 1, state: 'value' });
    expect(whole.findings).not.toContain('history-gap');
    const broken = await figure(first, third);
    expect(broken.found?.reason).toMatch(/complete only from 1 April 2022/);
    expect(broken.findings).toContain('history-gap');
  });

  test('a corrected return of a year replaces the one that was there', async () => {
    const data = place();
    await loadReturn(data, first);
    const before = await loadReturn(data, second);
    const corrected = returned([
      ...([['A', '2020-05-01', 'S', 'C2', 'U4']] as Episode[]),
      ['F', '2021-06-01', 'S', 'V2', 'U6'],
    ]);
    const after = await loadReturn(data, corrected);
    expect(after.manifest?.history).toHaveLength(2);
    expect(after.manifest?.history?.[0]).toEqual(before.manifest?.history?.[0]);
    expect(after.manifest?.history?.[1]?.id).not.toBe(before.manifest?.history?.[1]?.id);
    expect(await query(data, 'select distinct clae_person_id from {ssd_cla_episodes} order by 1')).toEqual(
      ['A', 'B', 'C', 'D', 'F'].map((child) => [child]),
    );
  });

  test('returns that contradict each other: the later is taken and each contradiction is told', async () => {
    const data = place();
    await loadReturn(
      data,
      returned([
        ['A', '2020-05-01', 'S', 'C2', 'U4', '2021-01-10', 'X1'],
        ['A', '2021-01-10', 'P', 'C2', 'K2'],
      ]),
    );
    await loadReturn(
      data,
      returned([
        ['A', '2020-05-01', 'S', 'C1', 'U4', '2021-01-12', 'X1'],
        ['A', '2021-01-12', 'P', 'C1', 'K2', '2021-05-02', 'X1'],
        ['A', '2021-05-02', 'P', 'C1', 'U4'],
      ]),
    );
    expect(await query(data, 'select clae_cla_episode_start_date::varchar from {ssd_cla_episodes} order by 1')).toEqual(
      [['2020-05-01'], ['2021-01-12'], ['2021-05-02']],
    );
    const history = (await allFindings(data)).filter(({ code }) => code.startsWith('history-'));
    expect(history.map(({ code, column, value, row }) => [code, column, value, row])).toEqual([
      ['history-row-replaced', 'DECOM', null, 3],
      ['history-differs', 'DEC', '10/01/2021', 2],
      ['history-differs', 'LS', 'C2', 2],
    ]);
  });

  test('a file or column that only later returns have is told from then on', async () => {
    const data = place();
    const { 'oc2.csv': _, ...without } = first;
    await loadReturn(data, without);
    const { manifest } = await loadReturn(data, second);
    expect(manifest?.tables.ssd_cla_health?.from).toBe('2021-04-01');
    const provider = {
      ...third,
      'episodes.csv': third['episodes.csv'].map((row, at) => [...row, at ? 'PR1' : 'PLACE_PROVIDER']),
    };
    const later = await loadReturn(data, provider);
    expect(later.manifest?.tables.ssd_cla_placement).toMatchObject({
      from: '2020-04-01',
      columnsFrom: { clap_cla_placement_provider: '2022-04-01' },
    });
  });
});
