import { describe, expect, it } from 'vitest';
import {
  addToMonth,
  isMonth,
  monthEnd,
  monthOf,
  monthRange,
  monthStart,
  monthsBetween,
} from '../../src/calendar/index.ts';

describe('a month', () => {
  it('ends on its last day, leap years and centuries included', () => {
    expect(['2026-10', '2026-11', '2026-02', '2024-02', '2000-02', '2100-02'].map(monthEnd)).toEqual([
      '2026-10-31',
      '2026-11-30',
      '2026-02-28',
      '2024-02-29',
      '2000-02-29',
      '2100-02-28',
    ]);
    expect([monthStart('2026-10'), monthOf('2026-10-31')]).toEqual(['2026-10-01', '2026-10']);
  });

  it('is known from what is not one', () => {
    expect(['2026-10', '2026-13', '2026-00', '2026-1', '2026/27', '0000-01'].filter(isMonth)).toEqual(['2026-10']);
    expect(() => monthEnd('2026-13')).toThrow('“2026-13” is not a month');
  });

  it('can be counted over the turn of the year', () => {
    expect([addToMonth('2026-10', 3), addToMonth('2026-01', -1), addToMonth('2026-10', -35)]).toEqual([
      '2027-01',
      '2025-12',
      '2023-11',
    ]);
    expect([monthsBetween('2026-10', '2027-01'), monthsBetween('2027-01', '2026-10')]).toEqual([3, -3]);
    expect(monthRange('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
    expect(monthRange('2026-11', '2026-11')).toEqual(['2026-11']);
    expect(monthRange('2026-11', '2026-10')).toEqual([]);
  });
});
