import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addToMonth,
  type Basis,
  financialYear,
  formatBasis,
  monthEnd,
  monthOf,
  monthsBetween,
  outturnMonth,
  parseBasis,
  quarterOf,
  windowOf,
} from '../../src/calendar/index.ts';

const months = fc.integer({ min: 0, max: 1000 }).map((n) => addToMonth('1970-01', n));
const firstMonths = fc.integer({ min: 1, max: 12 });
const rolling = fc.integer({ min: 1, max: 240 });

describe('a basis', () => {
  it('is read from what a pack says, and written back', () => {
    const texts = ['month', 'quarter', 'year-to-date', 'snapshot', 'rolling-12-months', 'rolling-1-months'];
    expect(texts.map((text) => formatBasis(parseBasis(text)))).toEqual(texts);
    expect(parseBasis('rolling-36-months')).toEqual({ kind: 'rolling', months: 36 });
  });

  it.each(['rolling-0-months', 'rolling-12', 'yearly', 'Month', ''])(
    'is not %j, and the error says what is',
    (text) => {
      expect(() => parseBasis(text)).toThrow(`“${text}” is not a basis; a basis is month, quarter, year-to-date`);
    },
  );
});

describe('the window of a figure', () => {
  const start = (basis: string, month: string, firstMonth?: number) =>
    windowOf(parseBasis(basis), month, firstMonth).start;

  it.each([
    ['month', '2026-10', '2026-10-01'],
    ['quarter', '2026-10', '2026-10-01'],
    ['quarter', '2026-12', '2026-10-01'],
    ['quarter', '2027-02', '2027-01-01'],
    ['year-to-date', '2026-10', '2026-04-01'],
    ['year-to-date', '2026-04', '2026-04-01'],
    ['year-to-date', '2027-03', '2026-04-01'],
    ['year-to-date', '2027-01', '2026-04-01'],
    ['rolling-12-months', '2026-10', '2025-11-01'],
    ['rolling-12-months', '2024-02', '2023-03-01'],
    ['rolling-36-months', '2026-10', '2023-11-01'],
    ['rolling-1-months', '2026-10', '2026-10-01'],
    ['snapshot', '2026-10', '2026-10-31'],
  ])('%s of %s begins on %s', (basis, month, expected) => {
    expect(start(basis, month)).toBe(expected);
    expect(windowOf(parseBasis(basis), month).end).toBe(monthEnd(month));
  });

  it('follows the first month of the financial year', () => {
    expect(start('year-to-date', '2026-10', 1)).toBe('2026-01-01');
    expect(start('year-to-date', '2026-08', 9)).toBe('2025-09-01');
    expect(start('quarter', '2026-10', 9)).toBe('2026-09-01');
  });

  it('is whole months that stay within the year or quarter, and a rolling one has so many', () => {
    fc.assert(
      fc.property(months, firstMonths, rolling, (month, firstMonth, count) => {
        const day = monthEnd(month);
        const window = (basis: Basis) => windowOf(basis, month, firstMonth);
        expect(window({ kind: 'year-to-date' }).start).toBe(financialYear(day, firstMonth).start);
        const quarter = window({ kind: 'quarter' });
        expect(quarterOf(quarter.start, firstMonth)).toBe(quarterOf(day, firstMonth));
        expect(monthsBetween(monthOf(financialYear(day, firstMonth).start), monthOf(quarter.start)) % 3).toBe(0);
        expect(monthsBetween(monthOf(quarter.start), month)).toBeLessThan(3);
        expect(monthsBetween(monthOf(window({ kind: 'rolling', months: count }).start), month)).toBe(count - 1);
      }),
    );
  });
});

describe('the month of the last outturn', () => {
  it.each([
    ['2026-04', 4, '2026-03'],
    ['2026-10', 4, '2026-03'],
    ['2027-03', 4, '2026-03'],
    ['2026-01', 1, '2025-12'],
    ['2026-12', 1, '2025-12'],
    ['2026-08', 9, '2025-08'],
  ])('for %s, of years that start in month %i, is %s', (month, firstMonth, expected) => {
    expect(outturnMonth(month, firstMonth)).toBe(expected);
  });
});
