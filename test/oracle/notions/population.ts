import { number, rowsOf, type Tables, text } from './tables.ts';
import { rootOf } from './units.ts';
import { financialYearBegins } from './windows.ts';

/**
 * The people of an age in a unit, 0 to 17 where no column is named: the estimate of the calendar year in which the financial year of D begins, or the
 * latest earlier one; null where there is none.
 */
export function populationOf(tables: Tables, unit: string, asAt: string, column = 'population_0_17'): number | null {
  let found: { year: number; people: number } | null = null;
  for (const row of rowsOf(tables, 'population')) {
    const code = text(row, 'authority');
    const owner = code?.toLowerCase() === 'authority' ? rootOf(tables) : code;
    const year = number(row, 'year');
    const people = number(row, column);
    if (owner !== unit || year === null || people === null || year > financialYearBegins(asAt)) continue;
    if (found === null || year > found.year) found = { year, people };
  }
  return found?.people ?? null;
}
