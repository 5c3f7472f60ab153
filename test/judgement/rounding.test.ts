import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  divide,
  exact,
  formatAmount,
  formatDifference,
  formatTarget,
  formatValue,
  roundHalfUp,
} from '../../src/judgement/index.ts';

const percent = { measuredIn: 'percent', decimals: 1 } as const;

describe('rounding half up', () => {
  it.each([
    [0.05, 1, '0.1'],
    [1.005, 2, '1.01'], // toFixed gives 1.00: the nearest double is below
    [8.345, 2, '8.35'],
    [2.5, 0, '3'],
    [-0.05, 1, '-0.1'],
    [-0.04, 1, '0.0'],
    [-2.5, 0, '-3'],
    [0, 1, '0.0'],
    [99.95, 1, '100.0'],
    [1e21, 0, '1000000000000000000000'],
    [1e-7, 2, '0.00'],
  ])('%d to %d decimals is %s', (value, decimals, text) => {
    expect(roundHalfUp(value, decimals)).toBe(text);
  });

  it('works on the exact ratio: 1 of 16 is 6.25 per cent, printed 6.3', () => {
    expect(roundHalfUp(divide(exact(100), exact(16)), 1)).toBe('6.3');
  });

  it('is never further than half a step from the number, and opposite for the opposite', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }), (thousandths, decimals) => {
        const value = thousandths / 1000;
        const rounded = roundHalfUp(value, decimals);
        const scaled = BigInt(rounded.replace('.', '')) * 10n ** BigInt(6 - decimals);
        const apart = scaled - BigInt(thousandths) * 1000n;
        const half = 5n * 10n ** BigInt(5 - decimals);
        expect(apart >= -half && apart <= half).toBe(true);
        expect(Number(roundHalfUp(-value, decimals))).toBeCloseTo(-Number(rounded), 9);
        expect(rounded).not.toMatch(/^-0(\.0+)?$/);
      }),
    );
  });
});

describe('figures as printed', () => {
  it.each([
    [73.8374, percent, '73.8%'],
    [629.28, { measuredIn: 'rate-per-10000', decimals: 1 }, '629.3'],
    [1237, { measuredIn: 'count', decimals: 1 }, '1,237'],
    [567.666, { measuredIn: 'average-days', decimals: 1 }, '567.7 days'],
    [1, { measuredIn: 'average-days', decimals: 0 }, '1 day'],
    [1234567.25, { measuredIn: 'average', decimals: 1 }, '1,234,567.3'],
    [99.3, { measuredIn: 'count', decimals: 1 }, '99.3'],
  ] as const)('%d', (value, scale, text) => {
    expect(formatValue(value, scale)).toBe(text);
  });

  it('prints differences of percentages in percentage points, before rounding and without sign', () => {
    expect(formatDifference(73.84, 71.79, percent)).toBe('2.1 percentage points');
    expect(formatDifference(72.8, 73.8, percent)).toBe('1.0 percentage point');
    expect(formatDifference(216, 181, { measuredIn: 'count', decimals: 1 })).toBe('35');
  });

  it('prints a range by both its ends', () => {
    const rate = { measuredIn: 'rate-per-10000', decimals: 1 } as const;
    expect(formatTarget({ target: 138, target_high: 168.6 }, rate)).toBe('138.0 to 168.6');
    expect(formatTarget({ target: 85 }, percent)).toBe('85.0%');
  });

  it('prints sums of FTE without idle zeros', () => {
    expect(formatAmount(477.3)).toBe('477.3');
    expect(formatAmount(12.345)).toBe('12.35');
    expect(formatAmount(322813)).toBe('322,813');
  });
});
