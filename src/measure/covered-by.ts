import type { Unit } from './figures.ts';

/** The codes of a unit and of every unit below it: whose figures are in its own. */
export function coveredBy(units: readonly Unit[], unit: string): readonly string[] {
  return [unit, ...units.filter(({ parent }) => parent === unit).flatMap(({ code }) => coveredBy(units, code))];
}
