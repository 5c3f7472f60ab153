import { ownedBy } from '../notions/attribution.ts';
import { addDays, isWithin } from '../notions/dates.ts';
import type { Indicator } from '../notions/figures.ts';
import { datedIn, one, share } from '../notions/share.ts';
import { day, number, type Row, rowsOf, type Tables, text } from '../notions/tables.ts';
import { yearToDate } from '../notions/windows.ts';
import { beginsWith, isOneOf } from '../notions/words.ts';
import { isWorkingDay } from '../notions/working-days.ts';

function gradeOf(row: Row): string | null {
  const grade = text(row, 'grade');
  if (isOneOf(grade, ['outstanding', 'good', 'inadequate'])) return grade?.toLowerCase() ?? null;
  if (isOneOf(grade, ['adequate']) || beginsWith(grade, 'requires improvement')) return 'requires improvement';
  return null;
}

function auditGrades(tables: Tables, asAt: string): Indicator[] {
  const graded = datedIn(tables, 'case_file_audits', 'completed_on', yearToDate(asAt)).filter(
    ({ row }) => gradeOf(row) !== null,
  );
  const shareOf = (id: string, ...grades: string[]) =>
    share(
      id,
      graded.map(({ row, date }) => {
        const unit = ownedBy(tables, text(row, 'team_id'), text(row, 'person_id'), date);
        return one(text(row, 'audit_id'), unit, isOneOf(gradeOf(row), grades));
      }),
    );
  return [
    shareOf('audits-outstanding', 'outstanding'),
    shareOf('audits-good', 'good'),
    shareOf('audits-requires-improvement', 'requires improvement'),
    shareOf('audits-inadequate', 'inadequate'),
    shareOf('audits-good-or-better', 'outstanding', 'good'),
  ];
}

/** The nth working day after a date. */
function workingDayAfter(date: string, n: number): string {
  const next = addDays(date, 1);
  if (!isWorkingDay(next)) return workingDayAfter(next, n);
  return n === 1 ? next : workingDayAfter(next, n - 1);
}

/** Placed in the year by the day the answer falls due. An answer that came before the question leaves the row out. */
function answeredOnTime(tables: Tables, asAt: string, id: string, rows: readonly Row[], key: string, days: number) {
  const cases = rows.flatMap((row) => {
    const received = day(row, 'received_on');
    if (received === null) return [];
    const due = workingDayAfter(received, days);
    const answered = day(row, 'answered_on');
    if (!isWithin(due, yearToDate(asAt)) || (answered !== null && answered < received)) return [];
    const unit = ownedBy(tables, text(row, 'team_id'), text(row, 'person_id'), due);
    return [one(text(row, key), unit, answered !== null && answered <= due)];
  });
  return share(id, cases);
}

export function gradesAndAnswers(tables: Tables, asAt: string): Indicator[] {
  const firstStage = rowsOf(tables, 'complaints').filter((row) => number(row, 'stage') === 1);
  const requests = rowsOf(tables, 'information_requests');
  return [
    ...auditGrades(tables, asAt),
    answeredOnTime(tables, asAt, 'complaints-on-time', firstStage, 'complaint_id', 10),
    answeredOnTime(tables, asAt, 'foi-on-time', requests, 'request_id', 20),
  ];
}
