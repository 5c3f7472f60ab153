/** Days as whole numbers and working days by hand, so that nothing is counted with the calendar that is under test. */

/** Bank holidays of England and Wales, from the published lists. */
const holidays = new Set([
  ...['2023-01-02', '2023-04-07', '2023-04-10', '2023-05-01', '2023-05-08', '2023-05-29', '2023-08-28'],
  ...['2023-12-25', '2023-12-26', '2024-01-01', '2024-03-29', '2024-04-01', '2024-05-06', '2024-05-27', '2024-08-26'],
  ...['2024-12-25', '2024-12-26', '2025-01-01', '2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26', '2025-08-25'],
  ...['2025-12-25', '2025-12-26', '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31'],
]);

export const dayOf = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
export const textOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

export function isWorkingDay(day: number): boolean {
  const weekday = new Date(day * 86_400_000).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(textOf(day));
}

/** Working days after the first day up to the second, which is not earlier; stops counting at 100. */
export function workingDaysAfter(from: number, to: number): number {
  let count = 0;
  for (let day = from + 1; day <= to && count < 100; day++) if (isWorkingDay(day)) count++;
  return count;
}

/** What a month end looks back over. */
export interface Windows {
  readonly asAt: string;
  readonly yearStart: string;
  readonly twelveMonthsStart: string;
}

export function windowsOf(month: string): Windows {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const two = (n: number) => String(n).padStart(2, '0');
  return {
    asAt: textOf(Date.UTC(year, number, 1) / 86_400_000 - 1),
    yearStart: `${number >= 4 ? year : year - 1}-04-01`,
    twelveMonthsStart: number === 12 ? `${year}-01-01` : `${year - 1}-${two(number + 1)}-01`,
  };
}
