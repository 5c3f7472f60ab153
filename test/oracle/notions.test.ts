import { describe, expect, test } from 'vitest';
import { bankHolidays } from './notions/bank-holidays.ts';
import { addMonths, ageAt, openAt } from './notions/dates.ts';
import { byCodePoint, latest } from './notions/latest.ts';
import { rollingMonths, yearToDate } from './notions/windows.ts';
import { workingDays } from './notions/working-days.ts';

describe('dates', () => {
  test('so many months away is the same day number, or the last day where there is none', () => {
    expect(addMonths('2025-03-31', -18)).toBe('2023-09-30');
    expect(addMonths('2024-02-29', -12)).toBe('2023-02-28');
    expect(addMonths('2023-02-28', -12)).toBe('2022-02-28'); // not 28 February and its month's end
    expect(addMonths('2023-12-31', 14)).toBe('2025-02-28');
  });

  test('windows run from the first day of their first month', () => {
    expect(yearToDate('2025-01-31')).toEqual({ first: '2024-04-01', last: '2025-01-31' });
    expect(yearToDate('2025-04-30')).toEqual({ first: '2025-04-01', last: '2025-04-30' });
    expect(rollingMonths('2024-02-29', 12)).toEqual({ first: '2023-03-01', last: '2024-02-29' });
    expect(rollingMonths('2024-12-31', 36)).toEqual({ first: '2022-01-01', last: '2024-12-31' });
  });

  test('a child born on 29 February is a year older on 1 March of a common year', () => {
    expect([ageAt('2008-02-29', '2025-02-28'), ageAt('2008-02-29', '2025-03-01')]).toEqual([16, 17]);
    expect([ageAt('2008-02-29', '2024-02-28'), ageAt('2008-02-29', '2024-02-29')]).toEqual([15, 16]);
  });

  test('what starts on a day is open that day, what ends on it is not', () => {
    expect(openAt('2025-03-31', null, '2025-03-31')).toBe(true);
    expect(openAt('2025-03-01', '2025-03-31', '2025-03-31')).toBe(false);
    expect(openAt('2025-03-01', '2025-04-01', '2025-03-31')).toBe(true);
    expect(openAt(null, null, '2025-03-31')).toBe(false);
  });
});

describe('working days', () => {
  test('the bank holidays of years with days moved, added or made up for', () => {
    expect(bankHolidays(2022)).toEqual(
      // 1 January was a Saturday and 25 December a Sunday; the Jubilee moved one day and added another.
      ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27'].map(
        (d) => `2022-${d}`,
      ),
    );
    expect(bankHolidays(2020)).toEqual(
      // 8 May instead of 4 May; Boxing Day was a Saturday.
      ['01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28'].map((d) => `2020-${d}`),
    );
    expect(bankHolidays(2021).slice(-2)).toEqual(['2021-12-27', '2021-12-28']); // Christmas Day a Saturday
    expect(bankHolidays(1999)).toContain('1999-12-31');
    expect(bankHolidays(1995)).toContain('1995-05-08');
    expect(bankHolidays(1995)).not.toContain('1995-05-01');
    expect(bankHolidays(2002)).toEqual(
      ['01-01', '03-29', '04-01', '05-06', '06-03', '06-04', '08-26', '12-25', '12-26'].map((d) => `2002-${d}`),
    );
    expect(bankHolidays(2012).filter((d) => d.startsWith('2012-06'))).toEqual(['2012-06-04', '2012-06-05']);
    expect(bankHolidays(2011)).toContain('2011-04-29');
    expect(bankHolidays(2023)).toContain('2023-05-08');
    expect(bankHolidays(2023)).toContain('2023-05-01');
  });

  test('the day of receipt is nought, the last day counts', () => {
    expect(workingDays('2025-03-03', '2025-03-03')).toBe(0);
    expect(workingDays('2025-03-07', '2025-03-10')).toBe(1); // Friday to Monday
    expect(workingDays('2024-03-28', '2024-04-02')).toBe(1); // over Easter
    expect(workingDays('2022-06-01', '2022-06-06')).toBe(1); // over the Jubilee
    expect(workingDays('2025-03-04', '2025-03-03')).toBe('reversed');
    expect(workingDays(null, '2025-03-03')).toBe('unknown');
  });
});

test('ties between ids are broken by code point', () => {
  expect(['a1', 'E10', 'E9', 'é', '\u{1F600}', '\uFF5E', 'Z'].sort(byCodePoint)).toEqual([
    'E10',
    'E9',
    'Z',
    'a1',
    'é',
    '\uFF5E',
    '\u{1F600}',
  ]);
  const tied = [
    ['E9', '2025-01-01'],
    ['E10', '2025-01-01'],
    ['Z', '2024-12-31'],
  ] as const;
  expect(
    latest(
      tied,
      (one) => one[1],
      (one) => one[0],
    )?.[0],
  ).toBe('E9');
});
