import { populationOf } from './population.ts';
import type { Tables } from './tables.ts';
import { covers, notAttributed, rootOf, unitCodes } from './units.ts';

/** One case with the unit it belongs to before anything is rolled up. */
export interface OracleCase {
  /** The id of the row; of the person or worker where an indicator counts persons or workers. */
  readonly id: string;
  readonly unit: string;
  readonly weight: number;
  readonly inNumerator: boolean;
}

/**
 * How cases become a numerator and a denominator.
 * - count: their number; no denominator.
 * - rate: their number over the population of the unit.
 * - share: the weight of those in the numerator over the weight of all.
 * - average-days: the sum of the weights (days) over their number.
 * - two-lists: the weight of those in the numerator over the weight of the others, which are a list of their own.
 */
export type Shape = 'count' | 'rate' | 'share' | 'average-days' | 'two-lists';

export interface Indicator {
  readonly id: string;
  readonly shape: Shape;
  /** Cases with one id count once in each unit and once in every unit above. */
  readonly distinct: boolean;
  /** Of a rate, the column of the population that it is divided by; the 0 to 17 year olds where it says nothing. */
  readonly population?: string;
  readonly cases: readonly OracleCase[];
}

export interface OracleFigure {
  readonly indicator: string;
  readonly unit: string;
  readonly numerator: number;
  readonly denominator: number | null;
  /** The cases of the unit and of everything below it, each with its own unit. */
  readonly cases: readonly OracleCase[];
}

/** Weights have at most four decimals, so a sum of ten-thousandths is exact. */
function sumOfWeights(cases: readonly OracleCase[]): number {
  return cases.reduce((sum, one) => sum + Math.round(one.weight * 10_000), 0) / 10_000;
}

function onePerId(cases: readonly OracleCase[]): OracleCase[] {
  const byId = new Map<string, OracleCase>();
  for (const one of cases) {
    const before = byId.get(one.id);
    if (before === undefined) byId.set(one.id, one);
    else if (before.inNumerator !== one.inNumerator || before.weight !== one.weight) {
      throw new Error(`two different cases with the id ${one.id}`);
    }
  }
  return [...byId.values()];
}

function figureOf(tables: Tables, asAt: string, indicator: Indicator, unit: string): OracleFigure {
  const covered = indicator.cases.filter((one) => covers(tables, unit, one.unit));
  const cases = indicator.distinct ? onePerId(covered) : covered;
  const met = cases.filter((one) => one.inNumerator);
  const figure = { indicator: indicator.id, unit, cases };
  switch (indicator.shape) {
    case 'count':
      return { ...figure, numerator: cases.length, denominator: null };
    case 'rate':
      return {
        ...figure,
        numerator: cases.length,
        denominator: populationOf(tables, unit, asAt, indicator.population),
      };
    case 'share':
      return { ...figure, numerator: sumOfWeights(met), denominator: sumOfWeights(cases) };
    case 'average-days':
      return { ...figure, numerator: sumOfWeights(cases), denominator: cases.length };
    case 'two-lists':
      return {
        ...figure,
        numerator: sumOfWeights(met),
        denominator: sumOfWeights(cases.filter((one) => !one.inNumerator)),
      };
  }
}

/** The figures of every unit of ssd_department, the root included, and of Not attributed where it holds a case. */
export function figuresOf(tables: Tables, asAt: string, indicator: Indicator): OracleFigure[] {
  const units = new Set([...unitCodes(tables), rootOf(tables)]);
  if (indicator.cases.some((one) => one.unit === notAttributed)) units.add(notAttributed);
  return [...units].map((unit) => figureOf(tables, asAt, indicator, unit));
}
