import type { Case, CasesBehind } from '../../measure/index.ts';

/** A text that a spreadsheet would take for a formula. */
const formula = /^[=+\-@\t\r]/;

function cell(value: string | number | boolean | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' && formula.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Cases as CSV with the columns of `outturn cases`. A text that begins as a formula gets an apostrophe before it,
 * because the file will be opened in a spreadsheet.
 */
export function casesCsv(list: CasesBehind, cases: readonly Case[]): string {
  const header = ['case_id', 'unit', 'date', 'in_numerator', 'weight', ...list.columns];
  const rows = cases.map(({ caseId, unit, date, inNumerator, weight, columns }) => [
    caseId,
    unit,
    date,
    inNumerator,
    weight,
    ...columns,
  ]);
  return csvText([header, ...rows]);
}

/** Rows as CSV for a spreadsheet. */
export function csvText(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
