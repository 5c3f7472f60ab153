import fc from 'fast-check';
import { addDays, addMonths, lastDayOf } from '../notions/dates.ts';
import { financialYearBegins } from '../notions/windows.ts';
import { workingDays } from '../notions/working-days.ts';

/** Months whose ends, or the days just before, are where calendars go wrong. */
export const interestingMonths = [
  '2020-02',
  '2020-05',
  '2021-03',
  '2022-06',
  '2022-09',
  '2022-12',
  '2023-02',
  '2023-05',
  '2024-02',
  '2024-03',
  '2024-04',
  '2024-12',
  '2025-01',
  '2025-03',
] as const;

/** Distances in months that a definition mentions, each with its neighbours. */
const monthsBack = [0, 1, 2, 3, 4, 6, 9, 11, 12, 13, 14, 15, 17, 18, 19, 23, 24, 25, 29, 30, 31, 35, 36, 37, 48];
/** Calendar days that hold 15, 20, 21 and 45 working days, roughly; 729 days as well. */
const daysBack = [19, 20, 21, 22, 23, 27, 28, 29, 30, 31, 32, 33, 62, 63, 64, 65, 66, 67, 68, 70, 728, 729, 730, 731];

/** The days that lie exactly on a limit before D: so many months, so many days, so many working days, or one more. */
function onTheLimit(asAt: string): string[] {
  const limits = [15, 16, 19, 20, 21, 22, 45, 46];
  const days = Array.from({ length: 75 }, (_, back) => addDays(asAt, -back));
  const byWorkingDays = days.filter((day) => limits.some((limit) => workingDays(day, asAt) === limit));
  const byMonths = [3, 12, 18, 24, 30].map((back) => addMonths(asAt, -back));
  return [...byWorkingDays, ...byMonths, addDays(asAt, -729), addDays(asAt, -730)];
}

/** A date that lies where some rule about the month might turn. */
export function dateNear(month: string): fc.Arbitrary<string> {
  const asAt = lastDayOf(month);
  const yearBegins = `${financialYearBegins(asAt)}-04-01`;
  const aDayOrTwo = fc.integer({ min: -2, max: 2 });
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom(...monthsBack), aDayOrTwo)
        .map(([back, days]) => addDays(addMonths(asAt, -back), days)),
    },
    { weight: 4, arbitrary: fc.constantFrom(...onTheLimit(asAt)) },
    { weight: 2, arbitrary: fc.constantFrom(...daysBack).map((back) => addDays(asAt, -back)) },
    { weight: 3, arbitrary: fc.nat(75).map((back) => addDays(asAt, -back)) },
    { weight: 3, arbitrary: fc.nat(364).map((back) => addDays(asAt, -back)) },
    { weight: 1, arbitrary: fc.nat(40).map((ahead) => addDays(asAt, ahead)) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.nat(2), aDayOrTwo)
        .map(([years, days]) => addDays(addMonths(yearBegins, -12 * years), days)),
    },
    { weight: 1, arbitrary: fc.constantFrom('2020-02-29', '2024-02-29', '2022-06-01', '2022-06-06', '2023-05-08') },
  );
}

export interface Span {
  readonly start: string | null;
  readonly end: string | null;
}

/** From a start to an end: usually in order, often without an end, now and then on one day, reversed or unknown. */
export function spanOf(date: fc.Arbitrary<string>): fc.Arbitrary<Span> {
  return fc.tuple(date, date, fc.nat(99)).map(([a, b, kind]) => {
    const [early, late] = a < b ? [a, b] : [b, a];
    if (kind < 38) return { start: early, end: null };
    if (kind < 90) return { start: early, end: late };
    if (kind < 94) return { start: late, end: early };
    if (kind < 97) return { start: early, end: early };
    return { start: null, end: kind === 97 ? null : late };
  });
}

/** Spans that follow on from each other, one beginning on the day the one before ends; the last is often open. */
export function chainOf(date: fc.Arbitrary<string>, longest: number): fc.Arbitrary<Span[]> {
  return fc
    .tuple(fc.array(date, { minLength: 2, maxLength: longest + 1, size: 'max' }), fc.nat(99))
    .map(([dates, kind]) => {
      const inOrder = [...dates].sort();
      return inOrder.slice(0, -1).map((start, place) => {
        const isLast = place === inOrder.length - 2;
        return { start, end: isLast && kind < 60 ? null : (inOrder[place + 1] ?? null) };
      });
    });
}
