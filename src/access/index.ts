/** Who may see what, and the record of who did. */
export type { AuditEvent } from './audit.ts';
export { appendAudit, auditFile, verifyAudit } from './audit.ts';
export { type Grant, localPerson, type Person, type Role, roles } from './person.ts';
export { may, type Right, rights } from './rule.ts';
