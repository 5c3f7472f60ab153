import type { Unit } from '../measure/index.ts';
import type { Person } from './person.ts';
import { unitsOf } from './rule.ts';

/** The codes of a unit and of every unit above it, itself first; empty for a code that is not among the units. */
export function lineOf(units: readonly Unit[], code: string): readonly string[] {
  const line: string[] = [];
  for (let at = units.find((unit) => unit.code === code); at !== undefined; ) {
    if (line.includes(at.code)) break;
    line.push(at.code);
    const { parent } = at;
    at = units.find((unit) => unit.code === parent);
  }
  return line;
}

/**
 * The units whose figures a person sees on a day: those of their grants with all below them, and beside them the ones
 * above and their neighbours under the same one, whose cases stay closed. A unit that they opened is there too.
 *
 * @param units of one month, as figures give them
 */
export function visibleUnits(person: Person, units: readonly Unit[], day: string): readonly Unit[] {
  const own = new Set([...unitsOf(person, 'figures', day), ...openedBy(person, day)]);
  if (own.has('*')) return units;
  const visible = new Set<string>();
  for (const unit of units) {
    const line = lineOf(units, unit.code);
    if (line.some((code) => own.has(code))) visible.add(unit.code);
    if (!own.has(unit.code)) continue;
    for (const code of line) visible.add(code);
    if (unit.parent === null) continue;
    for (const { code, parent } of units) if (parent === unit.parent) visible.add(code);
  }
  return units.filter(({ code }) => visible.has(code));
}

/** What an opening shows beyond the grants; it counts only for who may see cases somewhere. */
const openedBy = (person: Person, day: string): readonly string[] =>
  unitsOf(person, 'cases', day).length === 0 ? [] : (person.opened ?? []).map(({ unit }) => unit);

/** Names what a person sees of figures and cases on a day: two people of the same name here see the same. */
export function scopeName(person: Person, day: string): string {
  const [figures, cases] = [unitsOf(person, 'figures', day), unitsOf(person, 'cases', day)];
  return JSON.stringify([figures.toSorted(), cases.toSorted(), openedBy(person, day).toSorted()]);
}
