import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMonths, addWorkingDays, ageAt, bankHolidays, calendarRows, workingDays } from '../../src/calendar/index.ts';
import { type Engine, openDuckDb, type Session } from '../../src/warehouse/index.ts';

let engine: Engine;
let session: Session;

beforeAll(async () => {
  const holidays = Array.from({ length: 200 }, (_, index) => bankHolidays(1900 + index).map(({ day }) => day)).flat();
  engine = await openDuckDb({ tables: [], folders: [], bankHolidays: holidays });
  session = await engine.session();
});

afterAll(() => {
  session.close();
  engine.close();
});

const days = ['2024-02-29', '2025-12-24', '2026-01-31', '2026-04-03', '2026-10-31', '2027-02-28', '2027-03-01'];

describe('the embedded engine', () => {
  test('has the calendar that the calendar room has, day by day', async () => {
    const ours = await session.rows(
      `select strftime(day, '%Y-%m-%d'), working_day, running from calendar where day >= '1995-01-01' order by day`,
    );
    const [first] = ours;
    const before = Number(first?.[2]) - Number(first?.[1]);
    const theirs = [...calendarRows(1995, 2099)].map(({ day, workingDay, running }) => [
      day,
      workingDay,
      running + before,
    ]);
    expect(ours).toEqual(theirs);
  });

  test('gives pack SQL the same functions', async () => {
    for (const a of days) {
      for (const b of days) {
        const [row] = await session.rows(
          `select working_days(date '${a}', date '${b}'), add_months(date '${a}', -12)::text, add_months(date '${a}', 13)::text,
           add_working_days(date '${a}', 20)::text, add_working_days(date '${a}', -20)::text, add_working_days(date '${a}', 0)::text,
           age_in_years(date '${a}', date '${b}')`,
        );
        const age = b >= a ? ageAt(a, b) : row?.[6];
        expect(row).toEqual([
          workingDays(a, b),
          addMonths(a, -12),
          addMonths(a, 13),
          addWorkingDays(a, 20),
          addWorkingDays(a, -20),
          a,
          age,
        ]);
      }
    }
  });

  test('knows no working days of an unknown date', async () => {
    expect(
      await session.rows(`select working_days(null, date '2026-10-31'), working_days(date '2026-10-31', null)`),
    ).toEqual([[null, null]]);
  });

  test('reads no file and changes no setting once it is open', async () => {
    await expect(session.rows(`select * from read_csv('/etc/passwd')`)).rejects.toThrow(/disabled/);
    await expect(session.run(`set enable_external_access = true`)).rejects.toThrow(/locked/);
  });
});
