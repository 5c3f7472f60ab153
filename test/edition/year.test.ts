import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openBenchmarks } from '../../src/benchmark/index.ts';
import { addToMonth, monthEnd } from '../../src/calendar/index.ts';
import {
  definitionsHash,
  documentOf,
  figuresOf,
  inForce,
  openEdition,
  type Restatement,
  reasonsInWords,
  restate,
  settledPack,
  verify,
} from '../../src/edition/index.ts';
import { openFigures } from '../../src/measure/index.ts';
import type { Layer, Pack } from '../../src/pack/index.ts';
import { withBenchmarks } from '../../src/reporting/index.ts';
import type { Store } from '../../src/store/index.ts';
import { scratch } from '../intake/delivery.ts';
import {
  type Definitions,
  loadRecords,
  packIn,
  publishBoard,
  type Records,
  storeOf,
  type Task,
  versions,
} from './county.ts';
import { formats } from './formats.ts';

const months = ['2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09'];
const folder = scratch();
const data = join(folder, 'data');

/** A task of a child, ended after some days. */
const task = (n: number, month: string, day: number, days: number | null): Task => {
  const started = `${month}-${String(day).padStart(2, '0')}`;
  const end = days === null ? null : new Date(Date.parse(started) + days * 86_400_000).toISOString().slice(0, 10);
  return { id: `${month}-${n}`, person: `P${n % 5}`, team: `T${(n % 3) + 1}`, started, ended: end, hours: 2 };
};

/** What had happened by a month, as it is recorded in it: six tasks a month. */
function happened(until: string): Task[] {
  return months
    .filter((month) => month <= until)
    .flatMap((month) => Array.from({ length: 6 }, (_, n) => task(n, month, 2 + n, n === 5 ? null : 4 + n * 2)));
}

/**
 * The records as they stand in a month: the last task of each month is recorded a month late, from June on two tasks of April are
 * corrected and one is gone, and from August on the tasks of team three are those of team two.
 */
function recordsOf(month: string): Records {
  const before = addToMonth(month, -1);
  const tasks = happened(month)
    .filter(({ id }) => id !== `${month}-0`)
    .filter(({ id }) => month < '2025-06' || id !== '2025-04-1')
    .map((one) => (month >= '2025-06' && one.id === '2025-04-2' ? { ...one, ended: '2025-04-29' } : one))
    .map((one) => (month >= '2025-06' && one.id === '2025-04-3' ? { ...one, team: 'T2' } : one))
    .map((one) => (month >= '2025-08' && one.team === 'T3' ? { ...one, team: 'T2' } : one));
  const posts = ['T1', 'T2', 'T3'].map((team, n) => ({
    id: `W${n}`,
    team,
    started: '2024-01-01',
    ended: null,
    fte: before >= '2025-06' ? 0.8 : 1,
  }));
  return { tasks, posts, people: 4000 };
}

/** The definitions of a month: in July ten days become eight, in September the target rises. */
function definitionsOf(month: string): Definitions {
  const units = ['T1,Team one,E1,team,,,', 'T2,Team two,E1,team,,,'];
  const merged = [...units, 'T3,Team three,E1,team,,2025-07-31,'];
  return {
    days: month >= '2025-07' ? 8 : 10,
    target: month >= '2025-09' ? 85 : 80,
    units: month >= '2025-08' ? merged : [...units, 'T3,Team three,E1,team,,,'],
  };
}

let store: Store;
let pack: Pack;
let layers: Layer[];
const published = new Map<number, Buffer>();

const pageOf = (number: number) => readFile(join(data, `editions/000${number}/report.html`));

beforeAll(async () => {
  store = await storeOf(data);
  for (const month of months) {
    ({ pack, layers } = await packIn(join(folder, 'packs/small'), definitionsOf(month)));
    await loadRecords(data, pack, recordsOf(month), monthEnd(month));
    const { edition } = await publishBoard({ data, store, pack, layers, month, formats });
    published.set(edition.number, await pageOf(edition.number));
  }
  return () => store.close();
}, 120_000);

/** Every edition set beside what is known at the end. */
async function restated(): Promise<Restatement[]> {
  const settled = await settledPack(pack, store);
  const opened = await openFigures({ data, pack: settled, months: { last: '2025-09', count: 36 } });
  try {
    const figures = withBenchmarks(opened, await openBenchmarks({ data, pack }));
    const found: Restatement[] = [];
    for (const entry of inForce(await store.editions.list())) {
      found.push(await restate(entry, { data, figures, definitionsHash: definitionsHash(layers) }));
    }
    return found;
  } finally {
    await opened.close();
  }
}

test('after half a year every edition still gives its first bytes, and verifies from its own extract and definitions', async () => {
  expect(published.size).toBe(6);
  for (const [number, page] of published) {
    const edition = await openEdition(data, store, number);
    expect([number, (await pageOf(number)).equals(page)]).toEqual([number, true]);
    expect([number, Buffer.from(await formats.html(await documentOf(edition))).equals(page)]).toEqual([number, true]);
  }
  const result = await verify({ data, store, formats, renderers: versions.renderers });
  expect(result).toMatchObject({ editions: 6, faults: [] });
}, 120_000);

test('every difference between published and present is explained by its cases without remainder', async () => {
  const found = await restated();
  const explanations = found.flatMap((one) => one.explanations);
  expect(explanations.length).toBeGreaterThan(20);
  for (const { restated: of, remainder, givenAnew, absent } of explanations) {
    const at = `${of.indicator} ${of.unit} ${of.month}`;
    expect({ at, remainder, givenAnew, absent }).toEqual({
      at,
      remainder: { numerator: 0, denominator: 0 },
      givenAnew: false,
      absent,
    });
  }
  const why = (indicator: string, unit: string, month: string) => {
    const one = explanations.find(
      ({ restated: of }) => of.indicator === indicator && of.unit === unit && of.month === month,
    );
    return one && reasonsInWords(one);
  };
  // April: the first task came late, the second was deleted, the third ended late after all, the fourth took nine days or more.
  expect(why('in-time', 'E1', '2025-04')).toEqual([
    '1 case on the other side of a changed condition (−1)',
    '1 case recorded late (numerator +1, denominator +1)',
    '1 case changed side of the condition (−1)',
    '1 case deleted (numerator −1, denominator −1)',
  ]);
  expect(why('in-time', 'T2', '2025-04')).toEqual([
    '2 cases moved in from another unit (numerator 0, denominator +2)',
    '1 case deleted (numerator −1, denominator −1)',
  ]);
  expect(why('in-time', 'T3', '2025-06')).toEqual([
    '3 cases moved out to another unit (numerator −2, denominator −3)',
    'No cases to count in this period',
  ]);
  expect(why('load', 'T1', '2025-05')).toEqual(['1 case counted with another weight (numerator 0, denominator −0.2)']);
  const judged = found.flatMap(({ judgements }) =>
    judgements
      .filter(({ now }) => now.unit === 'E1')
      .map(({ because, now, published: was }) => [now.month, was.target, now.target, because]),
  );
  expect(judged).toEqual(months.slice(0, 5).map((month) => [month, [80], [85], 'target']));
}, 120_000);

test('an edition shows earlier months as they were published, and says what has been restated since', async () => {
  const may = await openEdition(data, store, 2);
  const kept = (await figuresOf(may)).figures;
  const april = kept.find(
    ({ observation: { indicator, unit, month } }) => `${indicator} ${unit} ${month}` === 'in-time E1 2025-04',
  );
  const first = (await figuresOf(await openEdition(data, store, 1))).figures;
  const asPublished = first.find(
    ({ observation: { indicator, unit, month } }) => `${indicator} ${unit} ${month}` === 'in-time E1 2025-04',
  );
  expect(april).toEqual({ observation: asPublished?.observation, from: 1 });
  const tree = JSON.stringify(await documentOf(may));
  expect(tree).toContain('"remark":"since restated"');
  expect(tree).toContain('recorded late');
  expect(tree).toContain('As known now');
}, 120_000);

test('with months as they are known now, the restated figure stands in the edition and is marked', async () => {
  const corrects = { edition: 6, what: 'Earlier months as known now', why: 'The board asked for it' };
  const { edition } = await publishBoard({
    data,
    store,
    pack,
    layers,
    month: '2025-09',
    formats,
    corrects,
    standpoint: 'as-known-now',
  });
  const opened = await openEdition(data, store, edition.number);
  const tree = JSON.stringify(await documentOf(opened));
  expect(tree).toContain('"remark":"restated"');
  expect(tree).not.toContain('since restated');
  expect((await figuresOf(opened)).figures.every(({ from }) => from === null)).toBe(true);
  const result = await verify({ data, store, numbers: [edition.number], formats, renderers: versions.renderers });
  expect(result.faults).toEqual([]);
}, 120_000);
