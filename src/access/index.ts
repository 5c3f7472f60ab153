/** Who may see what, and the record of who did. */
export type { AuditEvent } from './looks.ts';
export { recordLook } from './looks.ts';
export { type Grant, localPerson, nobody, type OpenedUnit, type Person, type Role, roles } from './person.ts';
export { may, maySomewhere, openingFor, type Right, rights, unitsOf } from './rule.ts';
export { lineOf, visibleUnits } from './scope.ts';
export { CasesRefused, scopedFigures } from './scoped-figures.ts';
export { beginSession, sessionLimits } from './sign-in/begin-session.ts';
export { signInByPassword, type Tried, waitAfter } from './sign-in/by-password.ts';
export { type Arrived, arrive } from './sign-in/by-provider.ts';
export { type Claims, grantsFrom } from './sign-in/claims.ts';
export { dayOf } from './sign-in/day-of.ts';
export { hashPassword, isPassword, madePassword, passwordFault, shortest } from './sign-in/passwords.ts';
export { personOf } from './sign-in/person-of.ts';
export { type Begun, Provider } from './sign-in/provider.ts';
export { type ProviderSettings, readSignInSettings, type SignInSettings } from './sign-in/settings.ts';
