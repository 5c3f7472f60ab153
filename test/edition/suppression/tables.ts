import type { CountedFigure, FigurePart, Measure, Publication } from '../../../src/edition/suppression/figures.ts';

export const percent: Measure = { measuredIn: 'percent', decimals: 1, isYearToDate: false };
export const count: Measure = { measuredIn: 'count', decimals: 0, isYearToDate: false };
export const toDate = (measure: Measure): Measure => ({ ...measure, isYearToDate: true });

const all: readonly FigurePart[] = ['numerator', 'denominator', 'value'];

/** 'north 3/12' or 'north 3': a figure of a unit under the authority; 'all 20/50' that of the authority itself. */
export function figures(
  words: string,
  {
    indicator = 'a',
    month = '2026-10',
    printed = all,
  }: Partial<Pick<CountedFigure, 'indicator' | 'month' | 'printed'>> = {},
): CountedFigure[] {
  return words.split(', ').map((one) => {
    const [unit = '', amounts = ''] = one.split(' ');
    const [numerator, denominator] = amounts.split('/').map(Number);
    return {
      indicator,
      unit,
      parent: unit === 'all' ? null : 'all',
      month,
      numerator: numerator ?? null,
      denominator: denominator ?? null,
      printed: denominator === undefined ? printed.filter((part) => part !== 'denominator') : printed,
    };
  });
}

export function publication(
  measures: Readonly<Record<string, Measure>>,
  now: readonly CountedFigure[],
  more: Partial<Pick<Publication, 'earlier' | 'sums'>> = {},
): Publication {
  return {
    measures: new Map(Object.entries(measures)),
    financialYearStart: 4,
    now: { name: 'this edition', figures: now },
    earlier: [],
    sums: [],
    ...more,
  };
}
