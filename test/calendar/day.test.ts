import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageAt,
  type Day,
  daysBetween,
  isDay,
  monthEnd,
  monthOf,
} from '../../src/calendar/index.ts';

const days = fc
  .integer({ min: -719162, max: 2932896 })
  .map((number): Day => new Date(number * 86_400_000).toISOString().slice(0, 10));
const modernDays = fc.integer({ min: 0, max: 30_000 }).map((n): Day => addDays('1970-01-01', n));

describe('a day', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-10-00',
    '0000-01-01',
    '2026-1-01',
    '31/10/2026',
    '2026-10-31T00:00',
    ' 2026-10-31',
    'zz/07/2019',
    '',
  ])('%j is none', (text) => expect(isDay(text)).toBe(false));

  it('is refused without being repeated, for it may be a date of birth', () => {
    expect(() => addDays('2015-02-30', 1)).toThrow(RangeError);
    expect(() => ageAt('2015-02-30', '2026-10-31')).toThrow(/^(?!.*2015).*YYYY-MM-DD/);
  });
});

describe('days added', () => {
  it('agree with the platform’s own calendar at every distance', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const apart = (Date.parse(b) - Date.parse(a)) / 86_400_000;
        expect(daysBetween(a, b)).toBe(apart);
        expect(addDays(a, apart)).toBe(b);
      }),
    );
  });

  it('stay within the years that can be written', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(/0001 to 9999/);
    expect(() => addDays('2026-10-31', 0.5)).toThrow(RangeError);
  });
});

describe('months added to a day', () => {
  it.each([
    ['2026-08-31', -18, '2025-02-28'],
    ['2025-08-31', -18, '2024-02-29'],
    ['2025-02-28', 12, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-04-30', -1, '2026-03-30'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-10-31', -24, '2024-10-31'],
    ['2026-10-31', 0, '2026-10-31'],
  ])('%s and %i months give %s', (day, n, expected) => expect(addMonths(day, n)).toBe(expected));

  it('keep the day number or take the month’s last day', () => {
    fc.assert(
      fc.property(modernDays, fc.integer({ min: -400, max: 400 }), (day, n) => {
        const to = addMonths(day, n);
        const last = monthEnd(monthOf(to));
        expect(Number(to.slice(8))).toBe(Math.min(Number(day.slice(8)), Number(last.slice(8))));
        expect(Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7))).toBe(
          Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) + n,
        );
      }),
    );
  });
});

describe('age in whole years', () => {
  it.each([
    ['2010-10-31', '2026-10-30', 15],
    ['2010-10-31', '2026-10-31', 16],
    ['2010-12-01', '2026-01-31', 15],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-28', 19],
    ['2008-02-29', '2028-02-29', 20],
    ['2026-10-31', '2026-10-31', 0],
    ['2026-11-01', '2026-10-31', -1],
  ])('born %s, on %s: %i', (born, day, age) => expect(ageAt(born, day)).toBe(age));
});
