import { addToMonth, type Month, monthEnd, monthsBetween, outturnMonth } from '../../calendar/index.ts';
import { breakBetween, versionAt } from '../../pack/index.ts';
import { monthInside } from '../comparators/month-inside.ts';
import type { Exact } from '../exact.ts';
import { divide, exact, multiply, total } from '../exact.ts';
import { figure } from '../figure.ts';
import type { Judgement } from '../judgement.ts';
import { byDistance } from '../limits.ts';
import type { JudgementSource } from '../source.ts';
import { type Sums, sumsIn } from '../sums.ts';
import { type Needed, neededForRest } from './needed.ts';
import { type Projection, projectMonthly, projectSnapshot, projectYearToDate } from './projection.ts';

/** Where the year is going. */
export interface Outlook {
  /** The month that ends the financial year. */
  readonly yearEnd: Month;
  readonly monthsLeft: number;
  /** Over how many of the last months the rest of the year is thought on: three, or fewer where there are fewer. */
  readonly recentMonths: number;
  /** If the rest of the year goes like the last months; null where it cannot be said. */
  readonly projection: Projection | null;
  /** How many cases the rest of the year is taken to bring, which `needed` goes by; null for a count, or where unknown. */
  readonly casesToCome: Exact | null;
  /** For years to date with a target; null otherwise. */
  readonly needed: Needed | null;
}

/** How many of the last months a projection goes by. */
const recentMonths = 3;

type Known = Pick<Judgement, 'indicator' | 'unit' | 'month' | 'definition' | 'figure' | 'target' | 'bands'>;

/**
 * The year-end figure of an indicator if the rest of the year goes like the last three months, with its range, and what
 * the rest must come to for the target. Months before a break in series are not gone by.
 *
 * @returns null in the last month of the year, without a figure, and for bases whose months do not add up (rolling,
 * quarter).
 */
export function outlookOf(source: JudgementSource, known: Known): Outlook | null {
  const { indicator, unit, month, definition, target, bands } = known;
  const yearEnd = addToMonth(outturnMonth(month, source.pack.financialYearStart), 12);
  const monthsLeft = monthsBetween(month, yearEnd);
  if (known.figure === null || monthsLeft <= 0) return null;
  const months = [2, 1, 0].map((back) => addToMonth(month, -back)).filter((earlier) => joins(known, earlier));
  const { measuredIn } = definition;
  const common = { yearEnd, monthsLeft, recentMonths: months.length, casesToCome: null };
  if (definition.basis === 'snapshot') {
    const figures = [addToMonth(month, -recentMonths), ...months]
      .filter((earlier) => joins(known, earlier))
      .map((earlier) => figureIn(source, known, earlier));
    const found = figures.slice(figures.lastIndexOf(null) + 1).filter((each) => each !== null);
    const projection = projectSnapshot(found, monthsLeft, measuredIn);
    return { ...common, recentMonths: Math.max(0, found.length - 1), projection, needed: null };
  }
  if (definition.basis !== 'year-to-date' && definition.basis !== 'month') return null;
  const insides = months.map((each) => monthInside(source, indicator.id, unit, each));
  const recent = insides.slice(insides.lastIndexOf(null) + 1).filter((sums) => sums !== null);
  const shared = { ...common, recentMonths: recent.length };
  if (definition.basis === 'month') {
    return { ...shared, projection: projectMonthly(recent, measuredIn), needed: null };
  }
  const soFar = sumsIn(source, indicator.id, unit, month);
  if (soFar === null || recent.length === 0) return { ...shared, projection: null, needed: null };
  const casesToCome = expected(recent, monthsLeft);
  return {
    ...shared,
    casesToCome,
    projection: projectYearToDate(soFar, recent, monthsLeft, measuredIn),
    needed:
      target === null || byDistance(definition.polarity, target)
        ? null
        : neededForRest(definition, soFar, casesToCome, target.target, bands),
  };
}

/** Whether an earlier month compares with this one. */
function joins({ indicator, month }: Known, earlier: Month): boolean {
  return breakBetween(indicator, monthEnd(earlier), monthEnd(month)) === null;
}

function figureIn(source: JudgementSource, { indicator, unit }: Known, month: Month): Exact | null {
  const { measuredIn } = versionAt(indicator, monthEnd(month)).definition;
  return figure(source.observation(indicator.id, unit, month), measuredIn);
}

/** How many cases the months left bring, if each brings the mean of the last ones; null for a count. */
function expected(recent: readonly Sums[], monthsLeft: number): Exact | null {
  const denominators = recent.map(({ denominator }) => denominator).filter((each) => each !== null);
  if (denominators.length < recent.length) return null;
  return divide(multiply(total(denominators), exact(monthsLeft)), exact(recent.length));
}
