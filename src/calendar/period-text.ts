import { isDay, writeDay } from './day-number.ts';
import { financialYearLabel, type Quarter, usualFirstMonth } from './financial-year.ts';
import { monthNumberOf, shortDayLabel } from './labels.ts';
import { isMonth, monthEnd, monthOf } from './month.ts';
import type { Period } from './period.ts';
import type { Day } from './types.ts';

/** What a text was read as, or what is wrong with it. */
export type PeriodReading =
  | { readonly ok: true; readonly period: Period }
  | { readonly ok: false; readonly problem: PeriodProblem };

export interface PeriodProblem {
  readonly found: string;
  /** One sentence for a person: what was found and why it is no period. */
  readonly reason: string;
  /** An example of each way a period can be written. */
  readonly allowed: readonly string[];
}

/** Writes a period so that parsePeriod, given the same first month, reads the same one back (years 1900 to 2099). */
export function formatPeriod(period: Period, firstMonth: number = usualFirstMonth): string {
  switch (period.kind) {
    case 'month':
      return period.month;
    case 'quarter':
      return `${financialYearLabel(period.startYear, firstMonth)} Q${period.quarter}`;
    case 'financial-year':
      return financialYearLabel(period.startYear, firstMonth);
    case 'year-to-date':
      return `year to ${shortDayLabel(monthEnd(period.month))}`;
    case 'rolling':
      return `${period.months} ${period.months === 1 ? 'month' : 'months'} to ${shortDayLabel(monthEnd(period.month))}`;
    case 'snapshot':
      return shortDayLabel(period.day);
  }
}

const yearForm = /^(\d{4})(?:\/(\d{2}))?(?: q(\d+))?$/i;
const toForm = /^(year|(\d+) months?) to (.+)$/i;
const dayForm = /^(\d{1,2}) ([a-z]+) (\d{4})$/i;

/**
 * Reads a period as formatPeriod writes it. Capitals do not matter, month names may be in full, and spaces around or
 * doubled are forgiven.
 *
 * @example parsePeriod('2026/27 Q2') // { ok: true, period: { kind: 'quarter', startYear: 2026, quarter: 2 } }
 * @example parsePeriod('year to 31 Oct 2026') // { ok: true, period: { kind: 'year-to-date', month: '2026-10' } }
 */
export function parsePeriod(text: string, firstMonth: number = usualFirstMonth): PeriodReading {
  const found = text.trim().replace(/\s+/g, ' ');
  const read = outsideYears(found) ?? readPeriod(found, firstMonth);
  if (typeof read !== 'string') return { ok: true, period: read };
  const year = financialYearLabel(2026, firstMonth);
  const allowed = ['2026-10', `${year} Q2`, year, 'year to 31 Oct 2026', '12 months to 31 Oct 2026', '31 Oct 2026'];
  return { ok: false, problem: { found: text, reason: read, allowed } };
}

/** Why a text is refused for its year, so that every period read has a window that can be written too. */
function outsideYears(text: string): string | undefined {
  const year = /\b\d{4}\b(?! months)/.exec(text)?.[0];
  return year && (year < '1900' || year > '2099') ? `“${text}” is outside the years 1900 to 2099` : undefined;
}

/** The period, or the reason why there is none. */
function readPeriod(text: string, firstMonth: number): Period | string {
  if (isMonth(text)) return { kind: 'month', month: text };
  const year = yearForm.exec(text);
  if (year) return readYear(text, Number(year[1]), year[3], firstMonth);
  const to = toForm.exec(text);
  if (to) return readUpTo(text, to[2], to[3] ?? '');
  const day = readDay(text);
  if (day) return { kind: 'snapshot', day };
  return dayForm.test(text) ? `“${text}” is not a day of the calendar` : `“${text}” is not a period`;
}

function readYear(text: string, startYear: number, quarter: string | undefined, firstMonth: number): Period | string {
  const label = financialYearLabel(startYear, firstMonth);
  if (text.split(' ')[0] !== label) {
    return `“${text}” is not a financial year here; the one that begins in ${startYear} is written ${label}`;
  }
  if (quarter === undefined) return { kind: 'financial-year', startYear };
  const number = ([1, 2, 3, 4] as const).find((known: Quarter) => quarter === String(known));
  return number ? { kind: 'quarter', startYear, quarter: number } : `“${text}” names no quarter; quarters are Q1 to Q4`;
}

/** A period that runs up to a day: so many months, or the year to date where no number is given. */
function readUpTo(text: string, count: string | undefined, dayText: string): Period | string {
  const day = readDay(dayText);
  if (!day) return `“${dayText}” is not a day of the calendar`;
  const month = monthOf(day);
  if (day !== monthEnd(month)) {
    return `“${dayText}” is not the last day of a month, which it must be; that is ${shortDayLabel(monthEnd(month))}`;
  }
  if (count === undefined) return { kind: 'year-to-date', month };
  const months = Number(count);
  if (months < 1 || months > 9999) return `“${text}” does not name a number of months from 1 to 9999`;
  return { kind: 'rolling', months, month };
}

function readDay(text: string): Day | undefined {
  const parts = dayForm.exec(text);
  const month = monthNumberOf(parts?.[2] ?? '');
  if (!parts || !month) return undefined;
  const day = writeDay(Number(parts[3]), month, Number(parts[1]));
  return isDay(day) ? day : undefined;
}
