import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { addToMonth, monthRange } from '../../src/calendar/index.ts';
import { notAttributed } from '../../src/measure/index.ts';
import type { Pack } from '../../src/pack/index.ts';
import { oracle, randomExtract, type Tables } from '../oracle/index.ts';
import { libraryPack, measure } from './harness.ts';

let pack: Pack;
beforeAll(async () => {
  pack = await libraryPack();
});

interface Line {
  readonly at: string;
  readonly numerator: number;
  readonly denominator: number | null;
}

async function disagreements(data: Tables, months: readonly string[]): Promise<{ engine: Line[]; oracle: Line[] }> {
  const figures = await measure(pack, data, months);
  try {
    const ours: Line[] = [];
    const theirs: Line[] = [];
    for (const month of months) {
      for (const { indicator, unit, numerator, denominator } of oracle(data, month)) {
        const at = `${indicator} ${unit} ${month}`;
        const observation = figures.observation(indicator, unit, month);
        const expected = { at, numerator, denominator };
        const found = { at, numerator: observation?.numerator ?? 0, denominator: observation?.denominator ?? null };
        // Cases without a unit stand in a row only where there are some.
        if (unit === notAttributed && !observation && numerator === 0 && (denominator ?? 0) === 0) continue;
        if (found.numerator === expected.numerator && found.denominator === expected.denominator) continue;
        ours.push(found);
        theirs.push(expected);
      }
    }
    return { engine: ours, oracle: theirs };
  } finally {
    await figures.close();
  }
}

describe('the engine against the second implementation', () => {
  test('every indicator, unit and month of random authorities', { timeout: 600_000 }, async () => {
    const runs = Number(process.env.OUTTURN_ORACLE_RUNS ?? 30);
    await fc.assert(
      fc.asyncProperty(randomExtract(), async ({ tables, month }) => {
        const found = await disagreements(tables, monthRange(addToMonth(month, -2), addToMonth(month, 1)));
        expect(found.engine).toEqual(found.oracle);
      }),
      { numRuns: runs, seed: Number(process.env.OUTTURN_ORACLE_SEED ?? 20261031), endOnFailure: true },
    );
  });
});
