import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { load } from '../../src/intake/index.ts';
import { openFigures } from '../../src/measure/index.ts';
import type { Pack } from '../../src/pack/index.ts';
import { libraryPack } from '../measure/harness.ts';

const here = import.meta.dirname;
const units = ['LA', 'A', 'B', 'not-attributed'];

/** The rows of the tables in the working: indicator, then numerator and denominator of each unit. */
function answers(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of readdirSync(join(here, 'working'))) {
    for (const line of readFileSync(join(here, 'working', file), 'utf8').split('\n')) {
      const [id = '', ...cells] = line.split('|').flatMap((cell) => cell.trim() || []);
      if (!cells.every((cell) => /^[\d.]+\/([\d.]+|-)$/.test(cell)) || cells.length !== units.length) continue;
      expect(found.has(id), `${id} is worked out twice`).toBe(false);
      found.set(id, cells);
    }
  }
  return found;
}

const worked = answers();
let pack: Pack;
let data: string;

beforeAll(async () => {
  pack = await libraryPack();
  data = await mkdtemp(join(tmpdir(), 'outturn-additions-'));
  const request = { data, pack, sources: [join(here, 'extract')], asAt: '2026-10-31' };
  await load({ ...request, now: new Date('2026-11-02T09:00:00Z'), authority: undefined, progress: () => {} });
});

afterAll(() => rm(data, { recursive: true, force: true }));

describe('the second hand-worked authority', () => {
  test('with the first works out every indicator of the library, each in one of the two', () => {
    const first: { indicator: string }[] = parse(readFileSync(join(here, '../worked-authority/expected.csv')), {
      columns: true,
    });
    const all = [...new Set(first.map(({ indicator }) => indicator)), ...worked.keys()];
    expect(all.toSorted()).toEqual([...pack.indicators.keys()].toSorted());
  });

  test('adds up on paper: the teams and the not attributed to the authority', () => {
    for (const [id, cells] of worked) {
      const parts = cells.map((cell) => cell.split('/').map((part) => Math.round(Number(part) * 10_000)));
      const [whole = [], ...rest] = parts;
      expect(
        rest.reduce((sum, [numerator = 0]) => sum + numerator, 0),
        id,
      ).toBe(whole[0]);
      if (Number.isNaN(rest[0]?.[1])) continue;
      expect(
        rest.reduce((sum, [, denominator = 0]) => sum + denominator, 0),
        id,
      ).toBe(whole[1]);
    }
  });

  test('gives every figure that was worked out on paper', async () => {
    const indicators = [...worked.keys()];
    const figures = await openFigures({ data, pack, months: { last: '2026-10', count: 1 }, indicators });
    const found = indicators.map((id) => {
      const cells = units.map((unit) => {
        const observation = figures.observation(id, unit, '2026-10');
        // A unit that holds no case of an indicator has no row of its own for the not attributed.
        const none = worked.get(id)?.[units.indexOf(unit)]?.endsWith('-') ? null : 0;
        const { numerator, denominator } = observation ?? { numerator: 0, denominator: none };
        return `${numerator}/${denominator ?? '-'}`;
      });
      return [id, ...cells].join(' ');
    });
    await figures.close();
    expect(found).toEqual(indicators.map((id) => [id, ...(worked.get(id) ?? [])].join(' ')));
  });

  test('names every row of audits, answers and staff in the working', () => {
    const text = readdirSync(join(here, 'working'))
      .map((file) => readFileSync(join(here, 'working', file), 'utf8'))
      .join('\n');
    const ids = ['information_requests', 'complaints', 'case_file_audits', 'workforce_absences', 'workforce_posts'];
    const missing = ids.flatMap((table) => {
      const rows: string[][] = parse(readFileSync(join(here, 'extract', `${table}.csv`)), { from_line: 2 });
      return rows.flatMap(([id = '']) => (text.includes(id) ? [] : [`${table} ${id}`]));
    });
    expect(missing).toEqual([]);
  });
});
