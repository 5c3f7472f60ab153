import { openAt } from './dates.ts';
import { latest } from './latest.ts';
import { day, rowsOf, type Tables, text } from './tables.ts';
import { isOneOf } from './words.ts';

/** The status of the person's legal status row open at the date with the latest start. */
export function legalStatusAt(tables: Tables, person: string | null, date: string): string | null {
  const open = rowsOf(tables, 'ssd_legal_status').filter(
    (row) =>
      person !== null &&
      text(row, 'lega_person_id') === person &&
      openAt(day(row, 'lega_legal_status_start_date'), day(row, 'lega_legal_status_end_date'), date),
  );
  const row = latest(
    open,
    (one) => day(one, 'lega_legal_status_start_date'),
    (one) => text(one, 'lega_legal_status_id'),
  );
  return row === null ? null : text(row, 'lega_legal_status');
}

export function isOnShortBreak(tables: Tables, person: string | null, date: string): boolean {
  return isOneOf(legalStatusAt(tables, person, date), ['V3', 'V4']);
}
