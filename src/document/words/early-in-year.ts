import { financialYear, type Month, monthEnd } from '../../calendar/index.ts';

/** Whether the year has run for no more than a quarter, when year-to-date figures rest on few cases. */
export function earlyInYear(month: Month, financialYearStart: number): boolean {
  const { start } = financialYear(monthEnd(month), financialYearStart);
  return (Number(month.slice(5, 7)) - Number(start.slice(5, 7)) + 12) % 12 < 3;
}
