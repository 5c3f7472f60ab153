/** Who may see what, and the record of who did. */
export type { AuditEvent } from './looks.ts';
export { recordLook } from './looks.ts';
export { type Grant, localPerson, nobody, type OpenedUnit, type Person, type Role, roles } from './person.ts';
export { may, maySomewhere, openingFor, type Right, rights, unitsOf } from './rule.ts';
export { lineOf, visibleUnits } from './scope.ts';
export { CasesRefused, scopedFigures } from './scoped-figures.ts';
