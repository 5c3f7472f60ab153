import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { load } from '../../src/intake/index.ts';
import { type Figures, notAttributed, openFigures } from '../../src/measure/index.ts';
import type { Pack } from '../../src/pack/index.ts';
import { libraryPack } from '../measure/harness.ts';

interface Expected {
  readonly indicator: string;
  readonly unit: string;
  readonly month: string;
  readonly numerator: string;
  readonly denominator: string;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const number = (cell: string) => (cell === '' ? null : Number(cell));

let pack: Pack;
let data: string;
let expected: Expected[];

beforeAll(async () => {
  pack = await libraryPack();
  data = await mkdtemp(join(tmpdir(), 'outturn-worked-'));
  expected = parse(await readFile(here('expected.csv')), { columns: true });
  const request = { data, pack, sources: [here('extract')], asAt: '2026-10-31', now: new Date('2026-11-02T09:00:00Z') };
  await load({ ...request, authority: undefined, progress: () => {} });
});

afterAll(() => rm(data, { recursive: true, force: true }));

/** Every figure of the product beside the one worked out on paper. */
function compare(figures: Figures, lines: readonly Expected[]): void {
  for (const { indicator, unit, month, numerator, denominator } of lines) {
    const observation = figures.observation(indicator, unit, month);
    const at = `${indicator} ${unit} ${month}`;
    const none = unit === notAttributed && observation === undefined;
    const found = none ? { numerator: 0, denominator: denominator === '' ? null : 0 } : observation;
    expect({ at, numerator: found?.numerator, denominator: found?.denominator }).toEqual({
      at,
      numerator: number(numerator),
      denominator: number(denominator),
    });
  }
}

describe('the hand-worked authority, loaded and measured as anybody would', () => {
  test('gives every figure that was worked out on paper', async () => {
    const lines = expected.filter(({ month }) => month >= '2026-01');
    const indicators = [...new Set(lines.map(({ indicator }) => indicator))];
    const figures = await openFigures({ data, pack, months: { last: '2026-10', count: 8 }, indicators });
    compare(figures, lines);
    await figures.close();
  });

  test('counts the bank holidays that were moved or added once', async () => {
    const lines = expected.filter(({ month }) => month < '2026-01');
    const months = { last: '2023-05', count: 29 * 12 };
    const figures = await openFigures({ data, pack, months, indicators: ['icpc-15-days'] });
    compare(figures, lines);
    await figures.close();
  });

  test('shows every state that a figure of its own can have', async () => {
    const figures = await openFigures({ data, pack, months: { last: '2026-10', count: 8 } });
    const states = new Set(
      [...pack.indicators.keys()].flatMap((id) =>
        figures.units('2026-10').map(({ code }) => figures.observation(id, code, '2026-10')?.state),
      ),
    );
    expect(states).toEqual(new Set(['value', 'no-cases', 'no-denominator', 'not-collected', undefined]));
    await figures.close();
  });
});
