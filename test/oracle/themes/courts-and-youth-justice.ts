import { ownedBy } from '../notions/attribution.ts';
import { daysBetween, openAt } from '../notions/dates.ts';
import type { Indicator } from '../notions/figures.ts';
import { datedIn, one, share } from '../notions/share.ts';
import { day, isYes, type Row, rowsOf, type Tables, text } from '../notions/tables.ts';
import { rollingMonths, yearToDate } from '../notions/windows.ts';

/** 26 weeks. */
const limit = 182;

function unitOf(tables: Tables, row: Row, date: string): string {
  return ownedBy(tables, text(row, 'team_id'), text(row, 'person_id'), date);
}

function proceedings26Weeks(tables: Tables, asAt: string): Indicator {
  const concluded = datedIn(tables, 'care_proceedings', 'concluded_on', yearToDate(asAt));
  const cases = concluded.flatMap(({ row, date }) => {
    const issued = day(row, 'issued_on');
    if (issued !== null && issued > date) return [];
    const inTime = issued !== null && daysBetween(issued, date) <= limit;
    return [one(text(row, 'proceedings_id'), unitOf(tables, row, date), inTime)];
  });
  return share('proceedings-26-weeks', cases);
}

function proceedingsOnTrack(tables: Tables, asAt: string): Indicator {
  const cases = rowsOf(tables, 'care_proceedings').flatMap((row) => {
    const issued = day(row, 'issued_on');
    if (issued === null || !openAt(issued, day(row, 'concluded_on'), asAt)) return [];
    return [one(text(row, 'proceedings_id'), unitOf(tables, row, asAt), daysBetween(issued, asAt) <= limit)];
  });
  return share('proceedings-on-track', cases);
}

function firstTimeEntrants(tables: Tables, asAt: string): Indicator {
  const cases = datedIn(tables, 'youth_justice_outcomes', 'outcome_on', rollingMonths(asAt, 12)).flatMap(
    ({ row, date }) => {
      const person = text(row, 'person_id');
      return person !== null && isYes(row, 'first_outcome') ? [one(person, unitOf(tables, row, date))] : [];
    },
  );
  return { id: 'first-time-entrants', shape: 'rate', distinct: true, population: 'population_10_17', cases };
}

export function courtsAndYouthJustice(tables: Tables, asAt: string): Indicator[] {
  return [proceedings26Weeks(tables, asAt), proceedingsOnTrack(tables, asAt), firstTimeEntrants(tables, asAt)];
}
