import { ownedBy } from '../notions/attribution.ts';
import { isWithin } from '../notions/dates.ts';
import type { Indicator } from '../notions/figures.ts';
import { day, type Row, rowsOf, type Tables, text } from '../notions/tables.ts';
import { yearToDate } from '../notions/windows.ts';
import { beginsWith, isOneOf } from '../notions/words.ts';

/** Audits by one of their dates in the year to D. */
function auditsBy(
  tables: Tables,
  asAt: string,
  id: string,
  column: 'due_on' | 'completed_on',
  met: (row: Row) => boolean,
): Indicator {
  const cases = rowsOf(tables, 'case_file_audits').flatMap((row) => {
    const date = day(row, column);
    if (date === null || !isWithin(date, yearToDate(asAt))) return [];
    const unit = ownedBy(tables, text(row, 'team_id'), text(row, 'person_id'), date);
    return [{ id: text(row, 'audit_id') ?? '', unit, weight: 1, inNumerator: met(row) }];
  });
  return { id, shape: 'share', distinct: false, cases };
}

export function audits(tables: Tables, asAt: string): Indicator[] {
  return [
    auditsBy(tables, asAt, 'audits-completed', 'due_on', (row) => {
      const completed = day(row, 'completed_on');
      return completed !== null && completed <= asAt;
    }),
    auditsBy(tables, asAt, 'audits-adequate', 'completed_on', (row) => {
      const grade = text(row, 'grade');
      return isOneOf(grade, ['outstanding', 'good', 'adequate']) || beginsWith(grade, 'requires improvement');
    }),
  ];
}
