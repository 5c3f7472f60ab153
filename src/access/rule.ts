import type { Person, Role } from './person.ts';

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

/**
 * The one rule of access: whether a person may do something on a day.
 *
 * @param line the codes of a unit and of every unit above it, itself first; empty for what is of the whole installation
 * @param day ISO
 * @example
 * may(manager, 'cases', ['T1', 'S1', 'E10000016'], '2026-10-31') // true for a manager of S1
 */
export function may(person: Person, right: Right, line: readonly string[], day: string): boolean {
  return person.grants.some(({ role, unit, from, to }) => {
    if (day < from || (to !== null && day > to)) return false;
    return allowed[role].includes(right) && (unit === '*' || line.includes(unit));
  });
}
