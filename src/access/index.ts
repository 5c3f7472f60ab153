/** Who may see what, and the record of who did. */
export type { AuditEvent } from './audit.ts';
export { appendAudit, auditFile, verifyAudit } from './audit.ts';
