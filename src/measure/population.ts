import { type FinancialYear, financialYear, type Month, monthEnd } from '../calendar/index.ts';

/** A row of the population dataset, for one of its columns. */
export interface PopulationRow {
  readonly authority: string;
  readonly year: number;
  readonly people: number | null;
}

/**
 * Mid-year estimates by unit. A month takes the estimate of the calendar year in which its financial year begins, or the
 * latest earlier one: October 2026 takes mid-2026, and mid-2025 while that is the latest there is.
 */
export class Population {
  private readonly byUnit: ReadonlyMap<string, readonly PopulationRow[]>;
  private readonly firstMonth: number;

  /** @param root the code that the word `authority` stands for */
  constructor(rows: readonly PopulationRow[], root: string, firstMonth: number) {
    const known = rows.filter(({ people }) => people !== null).toSorted((a, b) => b.year - a.year);
    this.byUnit = Map.groupBy(known, ({ authority }) => (authority === 'authority' ? root : authority));
    this.firstMonth = firstMonth;
  }

  /** The population of a unit for a month, with its year; null without one. */
  of(unit: string, month: Month): { people: number; year: number } | null {
    const year: FinancialYear = financialYear(monthEnd(month), this.firstMonth);
    const row = this.byUnit.get(unit)?.find((candidate) => candidate.year <= year.startYear);
    return row?.people ? { people: row.people, year: row.year } : null;
  }
}
