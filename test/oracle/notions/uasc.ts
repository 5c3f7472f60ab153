import { openAt } from './dates.ts';
import { day, rowsOf, type Tables, text } from './tables.ts';
import { contains, isOneOf } from './words.ts';

/** Any immigration status open at the date that is UASC, or says unaccompanied, and does not say former. */
export function isUasc(tables: Tables, person: string, date: string): boolean {
  return rowsOf(tables, 'ssd_immigration_status').some((row) => {
    const status = text(row, 'immi_immigration_status');
    return (
      text(row, 'immi_person_id') === person &&
      openAt(day(row, 'immi_immigration_status_start_date'), day(row, 'immi_immigration_status_end_date'), date) &&
      (isOneOf(status, ['UASC']) || contains(status, 'unaccompanied')) &&
      !contains(status, 'former')
    );
  });
}
