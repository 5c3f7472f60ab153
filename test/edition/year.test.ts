import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openBenchmarks } from '../../src/benchmark/index.ts';
import { monthEnd } from '../../src/calendar/index.ts';
import {
  definitionsHash,
  documentOf,
  type FaultCode,
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
import { loadRecords, packIn, publishBoard, storeOf, versions } from './county.ts';
import { formats } from './formats.ts';
import { approvedFromBelow, commented } from './year/cycle.ts';
import { type YearStore, yearStore } from './year/ground.ts';
import { definitionsOf, inTime, months, recordsOf, teamsOf } from './year/happenings.ts';

const folder = scratch();
const data = join(folder, 'data');
const last = months.at(-1) ?? '';
/** After this month's report was approved and before it was published, the next extract came. */
const overtaken = '2025-10';

let ground: YearStore;
let store: Store;
let pack: Pack;
let layers: Layer[];
/** By number of the edition: each file's first bytes, by name. */
const first = new Map<number, ReadonlyMap<string, Buffer>>();
const comments = new Map<number, string>();
const approvedHash = new Map<number, string>();

const folderOf = (number: number) => join(data, 'editions', String(number).padStart(4, '0'));

async function bytesOf(number: number): Promise<Map<string, Buffer>> {
  const entries = await readdir(folderOf(number), { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(name)] as const)));
}

beforeAll(async () => {
  ground = await yearStore(data);
  store = await storeOf(data, ground.address);
  for (const [index, month] of months.entries()) {
    const number = index + 1;
    ({ pack, layers } = await packIn(join(folder, 'packs/small'), definitionsOf(month)));
    await loadRecords(data, pack, recordsOf(month), monthEnd(month));
    const given = { data, store, pack, layers, month, formats };
    const round = { ...given, teams: teamsOf(month), publish: () => publishBoard(given) };
    comments.set(number, await commented(round));
    approvedHash.set(number, await approvedFromBelow(round));
    if (month === overtaken) {
      const next = months[index + 1] ?? '';
      await loadRecords(data, pack, recordsOf(next), monthEnd(next));
    }
    const { edition } = await publishBoard(given);
    expect(edition.number).toBe(number);
    first.set(number, await bytesOf(number));
  }
  return async () => {
    await store.close();
    await ground.end();
  };
}, 1_800_000);

const check = (numbers?: number[]) => verify({ data, store, numbers, formats, renderers: versions.renderers });

/** Every edition set beside what is known at the end. */
async function restated(): Promise<Restatement[]> {
  const settled = await settledPack(pack, store);
  const opened = await openFigures({ data, pack: settled, months: { last, count: 36 } });
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

/** '1 1' and '-1 0' make '0 1': a numerator and a denominator. */
function plus(one: string, other: string): string {
  const [a, b] = [one, other].map((pair) => pair.split(' ').map(Number));
  return `${(a?.[0] ?? 0) + (b?.[0] ?? 0)} ${(a?.[1] ?? 0) + (b?.[1] ?? 0)}`;
}

const figureIn = async (number: number, name: string) =>
  (await figuresOf(await openEdition(data, store, number))).figures.find(
    ({ observation: { indicator, unit, month } }) => `${indicator} ${unit} ${month}` === name,
  );

test('after a year every edition still gives its first bytes, and verifies from its own extract and definitions', async () => {
  expect([...first.keys()]).toEqual(months.map((_, index) => index + 1));
  for (const [number, files] of first) {
    expect(await bytesOf(number)).toEqual(files);
    const edition = await openEdition(data, store, number);
    const page = files.get(join(folderOf(number), 'report.html'));
    expect([number, Buffer.from(await formats.html(await documentOf(edition))).equals(page ?? Buffer.of())]).toEqual([
      number,
      true,
    ]);
    expect(page?.toString()).toContain(comments.get(number));
    expect([number, edition.entry.extractHash]).toEqual([number, approvedHash.get(number)]);
  }
  expect(await check()).toMatchObject({ editions: 12, faults: [] });
}, 300_000);

test('what each edition published is what the records and the definitions of its month say', async () => {
  for (const [index, month] of months.entries()) {
    for (const unit of ['E1', ...teamsOf(month)]) {
      const sides = [...inTime(unit, month, month).values()];
      const observation = (await figureIn(index + 1, `in-time ${unit} ${month}`))?.observation;
      expect([month, unit, observation?.numerator, observation?.denominator]).toEqual([
        month,
        unit,
        sides.filter((isIn) => isIn).length,
        sides.length,
      ]);
    }
  }
}, 120_000);

test('every difference between published and present is explained by its cases without remainder', async () => {
  const found = await restated();
  const explanations = found.flatMap((one) => one.explanations);
  expect(explanations.length).toBeGreaterThan(60);
  for (const { restated: of, remainder, givenAnew, absent } of explanations) {
    const at = `${of.indicator} ${of.unit} ${of.month}`;
    expect({ at, remainder, givenAnew, absent }).toEqual({
      at,
      remainder: { numerator: 0, denominator: 0 },
      givenAnew: false,
      absent,
    });
  }
  const named = new Map(
    explanations.map((one) => [`${one.restated.indicator} ${one.restated.unit} ${one.restated.month}`, one]),
  );
  // Case by case: what the list of tasks itself says has become of each.
  for (const month of months) {
    for (const unit of ['E1', ...teamsOf(month)]) {
      const [then, now] = [inTime(unit, month, month), inTime(unit, month, last)];
      const expected = new Map<string, string>();
      for (const id of new Set([...then.keys(), ...now.keys()])) {
        const [numerator, denominator] = [
          Number(now.get(id) ?? false) - Number(then.get(id) ?? false),
          Number(now.has(id)) - Number(then.has(id)),
        ];
        if (numerator !== 0 || denominator !== 0) expected.set(id, `${numerator} ${denominator}`);
      }
      // Where one case has taken the place of another, the figure is what it was, and nothing is to be explained.
      const isSame = [...expected.values()].reduce((sum, one) => plus(sum, one), '0 0') === '0 0';
      expect([month, unit, named.has(`in-time ${unit} ${month}`)]).toEqual([month, unit, !isSame]);
      if (isSame) continue;
      const sums = new Map<string, readonly [number, number]>();
      for (const { caseId, numerator, denominator } of named.get(`in-time ${unit} ${month}`)?.changes ?? []) {
        const [up, down] = sums.get(caseId) ?? [0, 0];
        sums.set(caseId, [up + numerator / 10_000, down + denominator / 10_000]);
      }
      const told = [...sums].map(([id, [up, down]]) => [id, `${up} ${down}`] as const).filter(([, of]) => of !== '0 0');
      expect([month, unit, Object.fromEntries(told)]).toEqual([month, unit, Object.fromEntries(expected)]);
    }
  }
  const reasons = new Set(
    explanations.flatMap(({ counts }) => counts.map(({ cause, reason }) => `${cause} ${reason}`)),
  );
  expect([...reasons].toSorted()).toEqual([
    'definitions changed-side',
    'records changed-side',
    'records corrected-in',
    'records corrected-out',
    'records deleted',
    'records moved-in',
    'records moved-out',
    'records recorded-late',
    'records weight-changed',
  ]);
  const why = (name: string) => {
    const one = named.get(name);
    return one && reasonsInWords(one);
  };
  // April: the first task came late, the second was deleted, the third ended late after all, the fourth took nine days or more.
  expect(why('in-time E1 2025-04')).toEqual([
    '1 case on the other side of a changed condition (−1)',
    '1 case recorded late (numerator +1, denominator +1)',
    '1 case changed side of the condition (−1)',
    '1 case deleted (numerator −1, denominator −1)',
  ]);
  const judged = found.flatMap(({ judgements }) =>
    judgements
      .filter(({ now, because }) => now.unit === 'E1' && because === 'target')
      .map(({ now, published: was }) => [now.month, was.target, now.target]),
  );
  expect(judged).toEqual(months.filter((month) => month < '2025-09').map((month) => [month, [80], [85]]));
  expect(explanations.some(({ population }) => population?.before === 4000 && population.after === 4100)).toBe(true);
}, 300_000);

test('an edition shows earlier months as they were published, and says what has been restated since', async () => {
  const name = 'in-time E1 2025-04';
  expect(await figureIn(2, name)).toEqual({ observation: (await figureIn(1, name))?.observation, from: 1 });
  const tree = JSON.stringify(await documentOf(await openEdition(data, store, 2)));
  expect(tree).toContain('"remark":"since restated"');
  expect(tree).toContain('recorded late');
  expect(tree).toContain('As known now');
}, 120_000);

describe('a tampered edition is found', () => {
  /** Changes a file that nobody may change, as somebody with the rights to could, looks, and puts it back. */
  async function tampered(number: number, name: string, change: (text: string) => string): Promise<FaultCode[]> {
    const path = join(folderOf(number), name);
    const before = await readFile(path);
    const after = change(before.toString());
    expect(after).not.toBe(before.toString());
    await chmod(path, 0o644);
    await writeFile(path, after);
    const { faults } = await check([number]);
    await writeFile(path, before);
    await chmod(path, 0o444);
    expect(faults.every(({ edition }) => edition === number)).toBe(true);
    return [...new Set(faults.map(({ code }) => code))];
  }

  test.each<[string, number, string, (text: string) => string, FaultCode[]]>([
    [
      'its document',
      2,
      'document.json',
      (text) => text.replace('Report to', 'Report for'),
      ['file-changed', 'output-differs'],
    ],
    [
      'a figure',
      4,
      'figures.json',
      (text) => text.replace(/\["persons","E1","2025-07",\d+/, '["persons","E1","2025-07",99'),
      ['file-changed', 'figure-differs'],
    ],
    ['a file as published', 6, 'report.html', (text) => text.replace('Team one', 'Team two'), ['file-changed']],
    [
      'its definitions',
      8,
      'pack/0-small/indicators/in-time.yaml',
      (text) => text.replace('<= 8', '<= 3'),
      ['file-changed', 'definitions-differ', 'figure-differs'],
    ],
    [
      'its manifest',
      10,
      'manifest.json',
      (text) => text.replace('Head of service', 'Director'),
      ['manifest-changed', 'register-differs'],
    ],
  ])(
    '%s',
    async (_, number, name, change, codes) => {
      expect(await tampered(number, name, change)).toEqual(codes);
    },
    120_000,
  );

  test('its row in the register', async () => {
    await ground.tamper("update editions set role = 'Director' where number = 12");
    const { faults } = await check([12]);
    await ground.tamper("update editions set role = 'Head of service' where number = 12");
    expect(faults.map(({ code }) => code)).toEqual(['register-broken', 'register-broken', 'register-differs']);
    expect((await check([12])).faults).toEqual([]);
  }, 120_000);
});

test('with months as they are known now, the restated figure stands in the edition and is marked', async () => {
  const corrects = { edition: 12, what: 'Earlier months as known now', why: 'The board asked for it' };
  const given = { data, store, pack, layers, month: last, formats, corrects, standpoint: 'as-known-now' as const };
  const { edition } = await publishBoard(given);
  const opened = await openEdition(data, store, edition.number);
  const tree = JSON.stringify(await documentOf(opened));
  expect(tree).toContain('"remark":"restated"');
  expect(tree).not.toContain('since restated');
  expect((await figuresOf(opened)).figures.every(({ from }) => from === null)).toBe(true);
  expect((await check([edition.number])).faults).toEqual([]);
}, 120_000);
