import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { addToMonth, monthRange } from '../../src/calendar/index.ts';
import type { Pack } from '../../src/pack/index.ts';
import { oracle, randomExtract, type Tables } from '../oracle/index.ts';
import { libraryPack, measure } from './harness.ts';

let pack: Pack;
beforeAll(async () => {
  pack = await libraryPack();
});

interface Line {
  readonly at: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

async function disagreements(data: Tables, months: readonly string[]): Promise<{ engine: Line[]; oracle: Line[] }> {
  const figures = await measure(pack, data, months);
  try {
    const ours: Line[] = [];
    const theirs: Line[] = [];
    for (const month of months) {
      const wanted = new Map(
        oracle(data, month).map((figure) => [`${figure.indicator} ${figure.unit} ${month}`, figure]),
      );
      for (const id of pack.indicators.keys()) {
        for (const { code } of figures.units(month)) {
          const at = `${id} ${code} ${month}`;
          const observation = figures.observation(id, code, month);
          const figure = wanted.get(at);
          const theirLine = figure && { at, numerator: figure.numerator, denominator: figure.denominator };
          const ourLine = observation && { at, numerator: observation.numerator, denominator: observation.denominator };
          if (isDeepStrictEqual(ourLine, theirLine)) continue;
          ours.push(ourLine ?? { at, numerator: null, denominator: null });
          theirs.push(theirLine ?? { at, numerator: null, denominator: null });
        }
      }
    }
    return { engine: ours, oracle: theirs };
  } finally {
    await figures.close();
  }
}

describe('the engine against the second implementation', () => {
  test('every indicator, unit and month of random authorities', { timeout: 600_000 }, async () => {
    const runs = Number(process.env.OUTTURN_ORACLE_RUNS ?? 12);
    await fc.assert(
      fc.asyncProperty(randomExtract(), async ({ tables, month }) => {
        const found = await disagreements(tables, monthRange(addToMonth(month, -2), addToMonth(month, 1)));
        expect(found.engine).toEqual(found.oracle);
      }),
      { numRuns: runs, seed: Number(process.env.OUTTURN_ORACLE_SEED ?? 20261031), endOnFailure: true },
    );
  });
});
