import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exceptions } from '../../src/calendar/bank-holiday-exceptions.ts';
import { addDays, bankHolidays, dayLabel } from '../../src/calendar/index.ts';

/** The bank holidays of England and Wales as they were proclaimed or stand in the published lists, month-day. */
const golden: Record<number, string> = {
  1995: '01-02 04-14 04-17 05-08 05-29 08-28 12-25 12-26',
  1999: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31',
  2000: '01-03 04-21 04-24 05-01 05-29 08-28 12-25 12-26',
  2002: '01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26',
  2004: '01-01 04-09 04-12 05-03 05-31 08-30 12-27 12-28',
  2005: '01-03 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2010: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2011: '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27',
  2012: '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26',
  2015: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2016: '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
};

/** Easter Sundays 1995 to 2035, and the earliest, the latest and the corrected ones of other centuries. */
const easters = `1995-04-16 1996-04-07 1997-03-30 1998-04-12 1999-04-04 2000-04-23 2001-04-15 2002-03-31 2003-04-20
  2004-04-11 2005-03-27 2006-04-16 2007-04-08 2008-03-23 2009-04-12 2010-04-04 2011-04-24 2012-04-08 2013-03-31
  2014-04-20 2015-04-05 2016-03-27 2017-04-16 2018-04-01 2019-04-21 2020-04-12 2021-04-04 2022-04-17 2023-04-09
  2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01 2030-04-21 2031-04-13 2032-03-28 2033-04-17
  2034-04-09 2035-03-25 1818-03-22 1943-04-25 1954-04-18 1981-04-19 2038-04-25 2049-04-18 2076-04-19 2285-03-22`;

describe('bank holidays', () => {
  it.each(Object.entries(golden))('of %s', (year, expected) => {
    expect(bankHolidays(Number(year)).map(({ day }) => day)).toEqual(
      expected.split(' ').map((day) => `${year}-${day}`),
    );
  });

  it('have Good Friday and Easter Monday about Easter', () => {
    for (const sunday of easters.split(/\s+/)) {
      const year = bankHolidays(Number(sunday.slice(0, 4)));
      const about = year.filter(({ name }) => name === 'Good Friday' || name === 'Easter Monday');
      expect(about.map(({ day }) => day)).toEqual([addDays(sunday, -2), addDays(sunday, 1)]);
    }
  });

  it('are eight weekdays each year, apart from those added once', () => {
    const extra: number[] = [];
    for (let year = 1995; year <= 2035; year++) {
      const days = bankHolidays(year).map(({ day }) => day);
      expect(days.filter((day) => [0, 6].includes(new Date(day).getUTCDay()))).toEqual([]);
      expect(new Set(days).size).toBe(days.length);
      for (let n = 8; n < days.length; n++) extra.push(year);
    }
    expect(extra).toEqual([1999, 2002, 2011, 2012, 2022, 2022, 2023]);
  });

  it('say which day is kept for another', () => {
    const names = (year: number) => bankHolidays(year).map(({ day, name }) => `${day} ${name}`);
    expect(names(2022)[0]).toBe('2022-01-03 New Year’s Day (substitute day)');
    expect(names(2022).slice(-2)).toEqual(['2022-12-26 Boxing Day', '2022-12-27 Christmas Day (substitute day)']);
    expect(names(2020)).toContain('2020-05-08 Early May bank holiday (75 years of VE Day)');
  });
  it('moved or added once are the ones the analysts’ page lists', () => {
    const page = readFileSync(new URL('../../docs/analyst/periods.md', import.meta.url), 'utf8');
    const listed = page.slice(page.indexOf('Moved or added once')).match(/^\| \d+ \w+ \d{4} /gm);
    expect(listed).toEqual(exceptions.map(({ day }) => `| ${dayLabel(day)} `));
  });
});
