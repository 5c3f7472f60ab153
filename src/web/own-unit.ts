import { lineOf, may, type Right } from '../access/index.ts';
import type { Unit } from '../measure/index.ts';
import type { Asking } from './access/asking.ts';

/** The first of some units, the largest first, in which whoever asks has a right; undefined where there is none. */
export function ownUnit(units: readonly Unit[], right: Right, { person, day }: Asking): Unit | undefined {
  return units.find(({ code }) => may(person, right, lineOf(units, code), day));
}
