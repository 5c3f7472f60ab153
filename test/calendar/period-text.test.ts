import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addToMonth, formatPeriod, type Period, parsePeriod, periodWindow } from '../../src/calendar/index.ts';

const month = fc.integer({ min: 0, max: 2399 }).map((n) => addToMonth('1900-01', n));
const startYear = fc.integer({ min: 1900, max: 2099 });
const periods: fc.Arbitrary<Period> = fc.oneof(
  fc.record({ kind: fc.constant('month' as const), month }),
  fc.record({ kind: fc.constant('quarter' as const), startYear, quarter: fc.constantFrom(1, 2, 3, 4) }),
  fc.record({ kind: fc.constant('financial-year' as const), startYear }),
  fc.record({ kind: fc.constant('year-to-date' as const), month }),
  fc.record({ kind: fc.constant('rolling' as const), months: fc.integer({ min: 1, max: 9999 }), month }),
  fc.record({
    kind: fc.constant('snapshot' as const),
    day: fc.integer({ min: 0, max: 73_048 }).map((n) => addDays('1900-01-01', n)),
  }),
);

describe('a period', () => {
  it.each<[string, Period, string, string]>([
    ['2026-10', { kind: 'month', month: '2026-10' }, '2026-10-01', '2026-10-31'],
    ['2026/27 Q2', { kind: 'quarter', startYear: 2026, quarter: 2 }, '2026-07-01', '2026-09-30'],
    ['2026/27', { kind: 'financial-year', startYear: 2026 }, '2026-04-01', '2027-03-31'],
    ['1999/00', { kind: 'financial-year', startYear: 1999 }, '1999-04-01', '2000-03-31'],
    ['year to 31 Oct 2026', { kind: 'year-to-date', month: '2026-10' }, '2026-04-01', '2026-10-31'],
    ['12 months to 29 Feb 2024', { kind: 'rolling', months: 12, month: '2024-02' }, '2023-03-01', '2024-02-29'],
    ['1 month to 31 Oct 2026', { kind: 'rolling', months: 1, month: '2026-10' }, '2026-10-01', '2026-10-31'],
    ['5 Oct 2026', { kind: 'snapshot', day: '2026-10-05' }, '2026-10-05', '2026-10-05'],
  ])('%s is read, written, and has its window', (text, period, start, end) => {
    expect(parsePeriod(text)).toEqual({ ok: true, period });
    expect(formatPeriod(period)).toBe(text);
    expect(periodWindow(period)).toEqual({ start, end });
  });

  it('is written by the first month of the year', () => {
    expect(parsePeriod('2026 Q2', 1)).toEqual({ ok: true, period: { kind: 'quarter', startYear: 2026, quarter: 2 } });
    expect(periodWindow({ kind: 'quarter', startYear: 2026, quarter: 2 }, 1).start).toBe('2026-04-01');
    expect(periodWindow({ kind: 'year-to-date', month: '2026-08' }, 9).start).toBe('2025-09-01');
  });

  it('is forgiven its capitals, spaces and full month names', () => {
    expect(parsePeriod('  Year to  31 OCTOBER 2026 ')).toEqual(parsePeriod('year to 31 Oct 2026'));
    expect(parsePeriod('2026/27 q2')).toEqual(parsePeriod('2026/27 Q2'));
  });

  it('read back is the one that was written, whatever month years start in', () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: 1, max: 12 }), (period, firstMonth) => {
        expect(parsePeriod(formatPeriod(period, firstMonth), firstMonth)).toEqual({ ok: true, period });
        const { start, end } = periodWindow(period, firstMonth);
        expect(start <= end).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a text that is no period', () => {
  it.each([
    ['2026-13', '“2026-13” is not a period'],
    ['2026/28', 'the one that begins in 2026 is written 2026/27'],
    ['2026', 'the one that begins in 2026 is written 2026/27'],
    ['2026/27 Q5', 'quarters are Q1 to Q4'],
    ['year to 30 Oct 2026', 'which it must be; that is 31 Oct 2026'],
    ['12 months to 28 Feb 2024', 'that is 29 Feb 2024'],
    ['0 months to 31 Oct 2026', 'from 1 to 9999'],
    ['10000 months to 31 Oct 2026', 'from 1 to 9999'],
    ['29 Feb 2026', '“29 Feb 2026” is not a day of the calendar'],
    ['year to October', '“October” is not a day of the calendar'],
    ['31 Oct 1026', 'outside the years 1900 to 2099'],
    ['', '“” is not a period'],
  ])('%j is told why', (text, reason) => {
    const read = parsePeriod(text);
    expect(read.ok ? '' : read.problem.reason).toContain(reason);
    expect(read.ok ? '' : read.problem.found).toBe(text);
  });

  it('is shown examples that are periods, by the same first month', () => {
    for (const firstMonth of [1, 4]) {
      const read = parsePeriod('last week', firstMonth);
      const allowed = read.ok ? [] : read.problem.allowed;
      expect(allowed.map((example) => parsePeriod(example, firstMonth)).filter(({ ok }) => ok)).toHaveLength(6);
    }
    expect(parsePeriod('2026/27', 1)).toMatchObject({
      ok: false,
      problem: { reason: expect.stringContaining('2026') },
    });
  });
});
