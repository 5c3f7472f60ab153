import { isWithin } from './dates.ts';
import { latest } from './latest.ts';
import { type PeriodEnd, type PeriodOfCare, periodsOfCare } from './periods-of-care.ts';
import type { Tables } from './tables.ts';
import type { Window } from './windows.ts';
import { isOneOf } from './words.ts';

/** A period of care of a known person that has ended. */
export interface Leaving {
  readonly person: string;
  readonly period: PeriodOfCare;
  readonly end: PeriodEnd;
}

/** Every period that ended in the window, several of a person included. */
export function leavingsIn(tables: Tables, window: Window): Leaving[] {
  return periodsOfCare(tables).flatMap((period) =>
    period.person !== null && period.end !== null && isWithin(period.end.date, window)
      ? [{ person: period.person, period, end: period.end }]
      : [],
  );
}

export function isAdoption(leaving: Leaving): boolean {
  return isOneOf(leaving.end.reason, ['E11', 'E12']);
}

/** The last of each person over the whole authority; on one day, the one with the highest episode id. */
export function lastPerPerson<T extends Leaving>(leavings: readonly T[]): T[] {
  const persons = new Set(leavings.map((one) => one.person));
  return [...persons].flatMap(
    (person) =>
      latest(
        leavings.filter((one) => one.person === person),
        (one) => one.end.date,
        (one) => one.end.episodeId,
      ) ?? [],
  );
}
