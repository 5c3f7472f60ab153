import {
  addToMonth,
  type Day,
  dayLabel,
  monthEnd,
  monthRange,
  monthStart,
  type Window,
  windowLabel,
} from '../calendar/index.ts';

/** What a published figure is about: the whole of its year, or the last day of it. */
export type Covers = 'year' | 'day';

/** A period of published statistics. */
export interface PublishedPeriod {
  /** As published: 2025, 202425. Within one table it sorts by time. */
  readonly code: string;
  readonly identifier: string;
  /** First and last day; the last day twice for the state on a day. */
  readonly window: Window;
  /** For example: year ending 31 March 2025; 30 September 2025. */
  readonly label: string;
}

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Whether a time_period can be one: four digits, or six of which the last two are the year after. */
export function isPeriodCode(code: string): boolean {
  if (/^\d{4}$/.test(code)) return true;
  return /^\d{6}$/.test(code) && (Number(code.slice(0, 4)) + 1) % 100 === Number(code.slice(4));
}

/** What tells one period of a table from another: the year alone, or with the quarter, month or week in it. */
export function periodKey(code: string, identifier: string): string {
  return /year$/i.test(identifier) ? code : `${code} ${identifier}`;
}

/**
 * The days a published period stands for. A reporting year of four digits ends on `yearEnds` (MM-DD) of that year; six
 * digits are a financial year from April or an academic year from September.
 *
 * @example publishedPeriod('2025', 'Reporting year', 'year', '03-31').label // 'year ending 31 March 2025'
 * @example publishedPeriod('2025', 'Reporting year', 'day', '09-30').label  // '30 September 2025'
 */
export function publishedPeriod(code: string, identifier: string, covers: Covers, yearEnds: string): PublishedPeriod {
  const window = windowOfPeriod(code, identifier.toLowerCase(), yearEnds);
  if (covers === 'day')
    return { code, identifier, window: { start: window.end, end: window.end }, label: dayLabel(window.end) };
  const isYear = monthRange(window.start.slice(0, 7), window.end.slice(0, 7)).length === 12;
  return { code, identifier, window, label: isYear ? `year ending ${dayLabel(window.end)}` : windowLabel(window) };
}

function windowOfPeriod(code: string, identifier: string, yearEnds: string): Window {
  const year = code.slice(0, 4);
  const month = monthNames.findIndex((name) => identifier.includes(name)) + 1;
  if (month > 0) return months(`${year}-${String(month).padStart(2, '0')}`, 1);
  const quarter = Number(/q([1-4])\b/.exec(identifier)?.[1] ?? 0);
  const spansTwo = code.length === 6;
  const first = spansTwo ? `${year}-${identifier.includes('academic') ? '09' : '04'}` : `${year}-01`;
  if (quarter > 0) return months(addToMonth(first, 3 * (quarter - 1)), 3);
  if (spansTwo || identifier.includes('calendar')) return months(first, 12);
  const end: Day = `${year}-${yearEnds}`;
  return { start: monthStart(addToMonth(end.slice(0, 7), -11)), end };
}

function months(first: string, count: number): Window {
  return { start: monthStart(first), end: monthEnd(addToMonth(first, count - 1)) };
}
