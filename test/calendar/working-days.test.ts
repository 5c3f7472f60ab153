import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  bankHolidays,
  calendarRows,
  type Day,
  isWorkingDay,
  workingDays,
} from '../../src/calendar/index.ts';

const days = fc.integer({ min: 0, max: 16_000 }).map((n): Day => addDays('1993-01-01', n));
const steps = fc.integer({ min: 1, max: 400 });

/** Counted one day after another, from the rule as it is written. */
function countedByHand(a: Day, b: Day): number {
  let count = 0;
  for (let day = addDays(a, 1); day <= b; day = addDays(day, 1)) {
    const weekday = new Date(day).getUTCDay();
    const holiday = bankHolidays(Number(day.slice(0, 4))).some((each) => each.day === day);
    if (weekday !== 0 && weekday !== 6 && !holiday) count++;
  }
  return count;
}

describe('working days between two days', () => {
  it.each([
    ['2026-10-30', '2026-10-30', 0, 'the day itself'],
    ['2026-10-30', '2026-11-01', 0, 'Friday to Sunday'],
    ['2026-10-30', '2026-11-02', 1, 'Friday to Monday'],
    ['2026-10-31', '2026-11-02', 1, 'Saturday to Monday'],
    ['2026-12-24', '2026-12-29', 1, 'over Christmas, Boxing Day kept on Monday'],
    ['2026-03-02', '2026-05-07', 45, 'nine weeks and three bank holidays'],
    ['2022-05-27', '2022-05-30', 1, 'the spring holiday moved away'],
    ['2022-06-01', '2022-06-06', 1, 'to the Jubilee'],
    ['2022-09-16', '2022-09-19', 0, 'a day of mourning'],
    ['2020-05-01', '2020-05-11', 5, 'VE Day on a Friday in place of the Monday'],
    ['2026-11-02', '2026-10-30', -1, 'backwards'],
  ])('%s to %s: %i (%s)', (a, b, expected) => expect(workingDays(a, b)).toBe(expected));

  it('agree with counting one day after another', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 500 }), (a, apart) => {
        const b = addDays(a, apart);
        const expected = countedByHand(a, b);
        expect(workingDays(a, b)).toBe(expected);
        expect(workingDays(b, a)).toBe(0 - expected);
      }),
      { numRuns: 40 },
    );
  });

  it('add up over any day between', () => {
    fc.assert(
      fc.property(days, days, days, (a, b, c) => {
        expect(workingDays(a, b) + workingDays(b, c)).toBe(workingDays(a, c));
      }),
    );
  });

  it('are refused where the calendar does not reach', () => {
    expect(() => workingDays('2026-10-31', '9999-12-31')).toThrow('1900-01-01 to 2099-12-31');
    expect(() => workingDays('1026-10-31', '2026-10-31')).toThrow(RangeError);
    expect(() => addWorkingDays('2099-12-31', 1)).toThrow(RangeError);
    expect(() => addWorkingDays('1900-01-01', -1)).toThrow(RangeError);
    expect(() => addWorkingDays('2026-10-31', 1.5)).toThrow('whole');
  });
});

describe('working days added', () => {
  it.each([
    ['2026-10-30', 1, '2026-11-02'],
    ['2026-10-31', 1, '2026-11-02'],
    ['2026-10-31', 0, '2026-10-31'],
    ['2026-03-02', 45, '2026-05-07'],
    ['2026-12-24', 1, '2026-12-29'],
    ['2026-11-03', -1, '2026-11-02'],
    ['2026-11-03', -2, '2026-11-01'],
    ['2026-11-01', -1, '2026-10-29'],
  ])('%s and %i give %s', (day, n, expected) => expect(addWorkingDays(day, n)).toBe(expected));

  it('give the earliest day so far on', () => {
    fc.assert(
      fc.property(days, steps, (day, n) => {
        const to = addWorkingDays(day, n);
        expect(workingDays(day, to)).toBe(n);
        expect(workingDays(day, addDays(to, -1))).toBe(n - 1);
        expect(isWorkingDay(to)).toBe(true);
      }),
    );
  });

  it('give the latest day so far back', () => {
    fc.assert(
      fc.property(days, steps, (day, n) => {
        const from = addWorkingDays(day, -n);
        expect(workingDays(from, day)).toBe(n);
        expect(workingDays(addDays(from, 1), day)).toBe(n - 1);
      }),
    );
  });
});

describe('the calendar table', () => {
  it('has every day once, with the count that working days are told by', () => {
    const rows = [...calendarRows(2023, 2024)];
    expect(rows).toHaveLength(731);
    expect(rows.slice(0, 3)).toEqual([
      { day: '2023-01-01', workingDay: false, running: 0 },
      { day: '2023-01-02', workingDay: false, running: 0 },
      { day: '2023-01-03', workingDay: true, running: 1 },
    ]);
    for (const { day, workingDay, running } of rows) {
      expect(workingDay).toBe(isWorkingDay(day));
      expect(running).toBe(workingDays('2022-12-31', day));
    }
    expect(rows.at(-1)?.day).toBe('2024-12-31');
  });
});
