import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  addWorkingDays,
  ageAt,
  dayOf,
  firstOfMonth,
  iso,
  isWorkingDay,
  monthNumber,
  weekday,
  workingDays,
} from '../../demo/days.ts';
import { workingDays as workingDaysOfCalendar } from '../../src/calendar/index.ts';

const anyDay = fc.integer({ min: dayOf('2000-01-01'), max: dayOf('2034-12-31') });

describe('the days of the demo', () => {
  it('are written and read alike', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayOf(iso(day))).toBe(day);
      }),
    );
    expect(iso(dayOf('2024-02-29'))).toBe('2024-02-29');
  });

  it('count working days as the calendar does', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(400), (from, length) => {
        expect(workingDays(from, from + length)).toBe(workingDaysOfCalendar(iso(from), iso(from + length)));
      }),
    );
    // Good Friday 3 April and Easter Monday 6 April 2026 do not count.
    expect(iso(addWorkingDays(dayOf('2026-04-02'), 1))).toBe('2026-04-07');
  });

  it('give back as many working days as were added, ending on one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 200 }), (from, count) => {
        const to = addWorkingDays(from, count);
        expect(workingDays(from, to)).toBe(count);
        expect(isWorkingDay(to)).toBe(true);
      }),
    );
  });

  it('know months, weekdays and ages', () => {
    expect(weekday(dayOf('2026-10-26'))).toBe(0);
    expect(weekday(dayOf('2026-11-01'))).toBe(6);
    expect(iso(firstOfMonth(monthNumber(dayOf('2026-10-31'))))).toBe('2026-10-01');
    expect(iso(addMonths(dayOf('2026-08-31'), -6))).toBe('2026-02-28');
    expect(ageAt(dayOf('2008-02-29'), dayOf('2026-02-28'))).toBe(17);
    expect(ageAt(dayOf('2008-02-29'), dayOf('2026-03-01'))).toBe(18);
  });
});
