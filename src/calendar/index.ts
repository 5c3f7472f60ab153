export { type BankHoliday, bankHolidays } from './bank-holidays.ts';
export { type Basis, formatBasis, outturnMonth, parseBasis, windowOf } from './basis.ts';
export { addDays, addMonths, ageAt, daysBetween } from './day.ts';
export { isDay } from './day-number.ts';
export {
  type FinancialYear,
  financialYear,
  financialYearFrom,
  type Quarter,
  quarterOf,
  quarterWindow,
} from './financial-year.ts';
export { dayLabel, monthLabel, shortDayLabel, shortMonthLabel, windowLabel } from './labels.ts';
export { addToMonth, isMonth, monthEnd, monthOf, monthRange, monthStart, monthsBetween } from './month.ts';
export { type Period, periodWindow } from './period.ts';
export { formatPeriod, type PeriodProblem, type PeriodReading, parsePeriod } from './period-text.ts';
export type { Day, Month, Window } from './types.ts';
export {
  addWorkingDays,
  type CalendarRow,
  calendarRows,
  calendarSpan,
  isWorkingDay,
  workingDays,
} from './working-days.ts';
