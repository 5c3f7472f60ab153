import type { Grant, OpenedUnit, Person, Role } from './person.ts';

/** What can be allowed or not. */
export const rights = [
  'figures',
  'cases',
  'comment',
  'approve',
  'approve-second',
  'publish',
  'load',
  'define',
  'audit',
  'people',
] as const;
export type Right = (typeof rights)[number];

/** What each role may do in its units. Whoever looks after people sees no case for it. */
const allowed: Readonly<Record<Role, readonly Right[]>> = {
  reader: ['figures'],
  manager: ['figures', 'cases', 'comment'],
  author: ['figures', 'comment'],
  approver: ['figures', 'cases', 'comment', 'approve'],
  'second-approver': ['figures', 'approve-second'],
  analyst: ['figures', 'cases', 'comment', 'load', 'define'],
  publisher: ['figures', 'publish'],
  auditor: ['figures', 'audit'],
  administrator: ['people'],
};

const holds = ({ from, to }: Grant, day: string): boolean => day >= from && (to === null || day <= to);

/**
 * The one rule of access: whether a person may do something on a day. Cases are seen beyond it where somebody who may see
 * cases somewhere has opened a unit to themselves.
 *
 * @param line the codes of a unit and of every unit above it, itself first; empty for what is of the whole installation
 * @param day ISO
 * @example
 * may(manager, 'cases', ['T1', 'S1', 'E10000016'], '2026-10-31') // true for a manager of S1
 */
export function may(person: Person, right: Right, line: readonly string[], day: string): boolean {
  return mayByGrant(person, right, line, day) || (right === 'cases' && openingFor(person, line, day) !== null);
}

/** The rule without what was opened. */
function mayByGrant(person: Person, right: Right, line: readonly string[], day: string): boolean {
  return unitsOf(person, right, day).some((unit) => unit === '*' || line.includes(unit));
}

/**
 * What alone lets a person see the cases of a unit: an opening of theirs; null where they may see them anyway, or not at
 * all.
 */
export function openingFor(person: Person, line: readonly string[], day: string): OpenedUnit | null {
  if (unitsOf(person, 'cases', day).length === 0 || mayByGrant(person, 'cases', line, day)) return null;
  return person.opened?.find(({ unit }) => line.includes(unit)) ?? null;
}

/** The units, `*` among them, over which grants give a right on a day. */
export function unitsOf(person: Person, right: Right, day: string): readonly string[] {
  if (person.only !== undefined && !person.only.includes(right)) return [];
  const giving = person.grants.filter((grant) => holds(grant, day) && allowed[grant.role].includes(right));
  return [...new Set(giving.map(({ unit }) => unit))];
}

/** Whether there is any unit in which a person may do something on a day. */
export function maySomewhere(person: Person, right: Right, day: string): boolean {
  return unitsOf(person, right, day).length > 0;
}
