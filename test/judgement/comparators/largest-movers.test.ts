import { describe, expect, it } from 'vitest';
import { largestMovers, type MoverRule, roundHalfUp, toNumber } from '../../../src/judgement/index.ts';
import type { Observation } from '../../../src/measure/index.ts';
import { indicatorOf } from '../reports/printed.ts';

const now = '2026-07';
const since = '2025-07';

/** Units with the number of the earlier month and of this one; null where there is none. */
function moversOf(
  numbers: Readonly<Record<string, readonly [number | null, number | null]>>,
  rule: Partial<MoverRule>,
) {
  const demand = indicatorOf('demand', { measuredIn: 'count' });
  const observation = (_: string, unit: string, month: string): Observation | undefined => {
    const value = numbers[unit]?.[month === now ? 1 : 0] ?? null;
    if (value === null) return undefined;
    const figure = { numerator: value, denominator: null, value, state: 'value', reason: null } as const;
    return { indicator: 'demand', unit, month, ...figure };
  };
  const source = {
    pack: { indicators: new Map([['demand', demand]]), targets: [], financialYearStart: 4 },
    observation,
  };
  const full: MoverRule = { since, way: 'up', by: 'percent', most: 2, ...rule };
  return largestMovers(source, 'demand', Object.keys(numbers), now, full).map(({ unit, change }) => [
    unit,
    change.movement,
    toNumber(change.count),
    change.percent && roundHalfUp(change.percent, 1),
  ]);
}

describe('the largest movers', () => {
  const regions = { N8: [52, 73], C6: [100, 158], S2: [88, 116], S3: [400, 432], N1: [60, 45], S7: [30, 30] } as const;

  it('are found by per cent or by number, each with both', () => {
    expect(moversOf(regions, {})).toEqual([
      ['C6', 'up', 58, '58.0'],
      ['N8', 'up', 21, '40.4'],
    ]);
    expect(moversOf(regions, { by: 'count' })).toEqual([
      ['C6', 'up', 58, '58.0'],
      ['S3', 'up', 32, '8.0'],
    ]);
  });

  it('fall too, where falls are asked for or either way', () => {
    expect(moversOf(regions, { way: 'down' })).toEqual([['N1', 'down', 15, '25.0']]);
    expect(moversOf(regions, { way: 'either', most: 9 }).map(([unit]) => unit)).toEqual(['C6', 'N8', 'S2', 'N1', 'S3']);
  });

  it('bring the equals of the last, and are none where none are asked for', () => {
    const equal = { A: [20, 30], B: [40, 60], C: [10, 20] } as const;
    expect(moversOf(equal, { most: 2 }).map(([unit]) => unit)).toEqual(['C', 'A', 'B']);
    expect(moversOf(equal, { most: 0 })).toEqual([]);
  });

  it('are not those with fewer than ten before by per cent, nor those without a figure', () => {
    const few = { A: [9, 30], B: [10, 11], C: [null, 50], D: [50, null], E: [0, 7] } as const;
    expect(moversOf(few, { most: 9 })).toEqual([['B', 'up', 1, '10.0']]);
    expect(moversOf(few, { most: 9, by: 'count' })).toEqual([
      ['A', 'up', 21, '233.3'],
      ['E', 'up', 7, null],
      ['B', 'up', 1, '10.0'],
    ]);
  });

  it('do not cross a change of definition that breaks the series', () => {
    const [one] = indicatorOf('demand', { measuredIn: 'count' }).versions;
    if (!one) throw new Error('no version');
    const movers = (comparable: boolean) => {
      const demand = { id: 'demand', versions: [one, { ...one, from: '2026-04-01', comparable }] };
      const observation = (indicator: string, unit: string, month: string): Observation => {
        const value = month === now ? 20 : 10;
        return { indicator, unit, month, numerator: value, denominator: null, value, state: 'value', reason: null };
      };
      const source = {
        pack: { indicators: new Map([['demand', demand]]), targets: [], financialYearStart: 4 },
        observation,
      };
      return largestMovers(source, 'demand', ['A'], now, { since, way: 'either', by: 'count', most: 1 });
    };
    expect(movers(true).length).toBe(1);
    expect(movers(false)).toEqual([]);
  });
});
