import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, financialYear, quarterOf, quarterWindow } from '../../src/calendar/index.ts';

const days = fc.integer({ min: 0, max: 30_000 }).map((n) => addDays('1970-01-01', n));
const firstMonths = fc.integer({ min: 1, max: 12 });

describe('a financial year', () => {
  it('runs from April to March by default', () => {
    expect(financialYear('2027-03-31')).toEqual({
      startYear: 2026,
      label: '2026/27',
      start: '2026-04-01',
      end: '2027-03-31',
    });
    expect(financialYear('2027-04-01').label).toBe('2027/28');
    expect(financialYear('2000-03-31').label).toBe('1999/00');
  });

  it('may start in another month, and is a single year when that is January', () => {
    expect(financialYear('2026-12-31', 1)).toEqual({
      startYear: 2026,
      label: '2026',
      start: '2026-01-01',
      end: '2026-12-31',
    });
    expect(financialYear('2024-02-29', 3)).toMatchObject({ label: '2023/24', end: '2024-02-29' });
    expect(financialYear('2026-08-31', 9).label).toBe('2025/26');
  });

  it('refuses a month that is none', () => {
    for (const month of [0, 13, 4.5]) expect(() => financialYear('2026-10-31', month)).toThrow('1 to 12');
  });

  it('holds its day, joins the next year without a gap, and is made of its four quarters', () => {
    fc.assert(
      fc.property(days, firstMonths, (day, firstMonth) => {
        const year = financialYear(day, firstMonth);
        expect(year.start <= day && day <= year.end).toBe(true);
        expect(financialYear(addDays(year.end, 1), firstMonth).start).toBe(addDays(year.end, 1));
        const quarters = ([1, 2, 3, 4] as const).map((quarter) => quarterWindow(year.startYear, quarter, firstMonth));
        expect([quarters[0]?.start, quarters[3]?.end]).toEqual([year.start, year.end]);
        for (const n of [0, 1, 2]) expect(quarters[n + 1]?.start).toBe(addDays(quarters[n]?.end ?? '', 1));
        const own = quarterWindow(year.startYear, quarterOf(day, firstMonth), firstMonth);
        expect(own.start <= day && day <= own.end).toBe(true);
      }),
    );
  });

  it('has October in its third quarter from April and its fourth from January', () => {
    expect([quarterOf('2026-10-31'), quarterOf('2026-10-31', 1), quarterOf('2027-03-31')]).toEqual([3, 4, 4]);
  });
});
