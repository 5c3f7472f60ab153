import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { openBenchmarks } from '../../src/benchmark/index.ts';
import type { Cell, Document, Section } from '../../src/document/index.ts';
import { documentOf, openEdition, prepare, verify } from '../../src/edition/index.ts';
import type { Layer, Pack } from '../../src/pack/index.ts';
import type { Store } from '../../src/store/index.ts';
import { scratch } from '../intake/delivery.ts';
import { loadRecords, packIn, publishBoard, type Records, storeOf, type Task, versions } from './county.ts';
import { publicFormats } from './formats.ts';
import { type Atom, attack, type Sum, type Told } from './suppression/attacker.ts';

const folder = scratch();
const data = join(folder, 'data');
const teams = ['T1', 'T2', 'T3'] as const;
const months = ['2025-04', '2025-05'] as const;

/**
 * Tasks ended in a month by team: so many in time of so many. Three of team two are in April; two of team one come in May, which
 * twenty-one in April and twenty-three by May would say.
 */
const ended: Readonly<Record<(typeof months)[number], Readonly<Record<(typeof teams)[number], [number, number]>>>> = {
  '2025-04': { T1: [21, 30], T2: [3, 13], T3: [16, 31] },
  '2025-05': { T1: [2, 19], T2: [11, 23], T3: [9, 22] },
};

const tasks: Task[] = months.flatMap((month) =>
  teams.flatMap((team) => {
    const [inTime, all] = ended[month][team];
    return Array.from({ length: all }, (_, n): Task => {
      const started = n < inTime ? `${month}-10` : `${month}-01`;
      return {
        id: `TASK-${team}-${month}-${n}`,
        person: `CHILD-${team}-${n}`,
        team,
        started,
        ended: `${month}-19`,
        hours: 1,
      };
    });
  }),
);
const records: Records = { tasks, posts: [], people: 9000 };

let store: Store;
let pack: Pack;
let layers: Layer[];
const documents: Document[] = [];
const internalWords = 'Overheard in the corridor';
const publicWords = 'Families were told of every visit.';

beforeAll(async () => {
  store = await storeOf(data);
  ({ pack, layers } = await packIn(join(folder, 'packs/small')));
  await loadRecords(data, pack, records, '2025-05-31');
  for (const month of months) {
    for (const [heading, text] of [
      ['Cause', internalWords],
      ['Action', publicWords],
    ] as const) {
      const key = { report: 'board', indicator: 'in-time', unit: 'E1', month, heading };
      const by = { who: 'a', role: 'Team manager', at: new Date(`${month}-28T08:00:00Z`), as: 'approver' } as const;
      const content = { authorRole: 'Team manager', text, quoted: [], causes: [] };
      const draft = await store.commentary.write(key, content, 0, by);
      const sent = await store.commentary.move(key, 'submit', draft.version, by);
      await store.commentary.move(key, 'approve', sent.version, by);
    }
    const { edition } = await publishBoard({
      data,
      store,
      pack,
      layers,
      month,
      kind: 'public',
      publicComments: ['in-time|E1|Action'],
      formats: publicFormats,
    });
    documents.push(await documentOf(await openEdition(data, store, edition.number)));
  }
  return () => store.close();
}, 300_000);

const cellsOf = ({ sections }: Document): Cell[] => {
  const all = (some: readonly Section[]): Section[] => some.flatMap((one) => [one, ...all(one.sections)]);
  return all(sections)
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' ? block.groups.flatMap(({ rows }) => rows) : []))
    .flatMap(({ cells }) => cells);
};

/** What the cells of a document say of the indicator, by unit, month and part. */
function saidBy(document: Document): Map<string, number> {
  const said = new Map<string, number>();
  for (const cell of cellsOf(document)) {
    if (cell.kind !== 'number' || cell.of === null || cell.of.indicator !== 'in-time') continue;
    said.set(`${cell.of.unit}|${cell.of.month}|${cell.of.part}`, cell.value);
  }
  return said;
}

test('two public editions, read together, give no small number away to brute force', async () => {
  // Of each team and month so many in time, and so many late: all else is a sum of these.
  const places = months.flatMap((month) =>
    teams.flatMap((team) => (['in', 'late'] as const).map((side) => ({ month, team, side }))),
  );
  const atoms: Atom[] = places.map(({ month, team, side }) => {
    const [inTime, all] = ended[month][team];
    return { truth: side === 'in' ? inTime : all - inTime };
  });
  const sumOf = (unit: string, month: string, part: string): Sum => ({
    name: `${part} of ${unit} in ${month}`,
    atoms: places.flatMap((place, index) => {
      const own = (unit === 'E1' || place.team === unit) && place.month <= month;
      return own && (part === 'denominator' || place.side === 'in') ? [index] : [];
    }),
  });
  const told: Told[] = [];
  const hidden: Sum[] = [];
  for (const document of documents) {
    const said = saidBy(document);
    for (const unit of ['E1', ...teams]) {
      for (const month of months) {
        for (const part of ['numerator', 'denominator']) {
          const value = said.get(`${unit}|${month}|${part}`);
          if (value !== undefined) told.push({ kind: 'sum', sum: sumOf(unit, month, part), low: value, high: value });
        }
        const printed = said.get(`${unit}|${month}|value`);
        if (printed === undefined) continue;
        const [part, whole] = [sumOf(unit, month, 'numerator'), sumOf(unit, month, 'denominator')];
        told.push({ kind: 'percent', part, whole, printed: Math.floor(printed * 10 + 0.5 + 1e-9), decimals: 1 });
      }
    }
  }
  // What is said outright: the county of both months, so there is something to subtract from.
  expect(told.length).toBeGreaterThan(6);
  for (const month of months) {
    for (const [index, { month: of, team, side }] of places.entries()) {
      const truth = (atoms[index] as Atom).truth;
      if (of === month && truth <= 5) hidden.push({ name: `${side} ${team} ${month}`, atoms: [index] });
    }
  }
  expect(hidden.map(({ name }) => name)).toEqual(['in T2 2025-04', 'in T1 2025-05']);
  for (const target of hidden)
    expect([target.name, attack(atoms, told, target, 70)]).toEqual([target.name, 'has another value']);
  // The same attack on what the organisation itself sees finds it: it is not the attacker who is weak.
  const inside = await prepare({
    data,
    store,
    pack,
    layers,
    benchmarks: await openBenchmarks({ data, pack }),
    report: pack.reports.get('board') as never,
    month: '2025-04',
    unit: 'E1',
  });
  expect(saidBy(inside.document).get('T2|2025-04|numerator')).toBe(3);
}, 120_000);

/** Everything that a file holds, also under its surface: the parts of an archive, unpacked. */
function insideOf(bytes: Uint8Array): string {
  if (Buffer.from(bytes).subarray(0, 2).toString() !== 'PK') return Buffer.from(bytes).toString('utf8');
  return Object.values(unzipSync(bytes))
    .map((part) => Buffer.from(part).toString('utf8'))
    .join('\n');
}

test('no file of a public edition holds a hidden figure, a case, or a comment that was not let out', async () => {
  for (const number of [1, 2]) {
    const { folder: place, manifest } = await openEdition(data, store, number);
    const files = manifest.files.map(({ name }) => name).filter((name) => /^report\.|^document/.test(name));
    expect(files.length).toBe(Object.keys(publicFormats).length + 1);
    for (const name of files) {
      const inside = insideOf(await readFile(join(place, name)));
      // Three of thirteen is 23.1%.
      const found = ['23.1', '23.07', '0.2307', 'TASK-', 'CHILD-', internalWords].filter((secret) =>
        inside.includes(secret),
      );
      expect([number, name, found]).toEqual([number, name, []]);
      // CSV files hold the tables, and no words beside them.
      const says = name.endsWith('.zip') || inside.includes(publicWords);
      expect([number, name, inside.includes('Suppressed'), says]).toEqual([number, name, true, true]);
    }
  }
});

test('a public edition verifies, stands beside the internal one, and says what it does not show', async () => {
  const { edition } = await publishBoard({ data, store, pack, layers, month: '2025-05', formats: {} });
  expect(edition).toMatchObject({ number: 3, kind: 'internal' });
  expect(documents[1]?.sections.at(-1)?.title).toBe('Figures that are not shown');
  const result = await verify({ data, store, formats: publicFormats, renderers: versions.renderers });
  expect(result).toMatchObject({ editions: 3, faults: [] });
}, 120_000);
