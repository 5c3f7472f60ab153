import { ageAt } from './dates.ts';
import { day, rowsOf, type Tables, text } from './tables.ts';

/** The date of birth of a person; null where it is unknown or the person is not in the table. */
export function bornOn(tables: Tables, person: string | null): string | null {
  const row = rowsOf(tables, 'ssd_person').find((one) => person !== null && text(one, 'pers_person_id') === person);
  return row === undefined ? null : day(row, 'pers_dob');
}

/** Whether a person is so many years old at a date, both ends included; an unknown date of birth is not. */
export function isAged(tables: Tables, person: string, date: string, from: number, to: number): boolean {
  const born = bornOn(tables, person);
  if (born === null) return false;
  const age = ageAt(born, date);
  return age >= from && age <= to;
}
