import type { Role } from '../../access/index.ts';

/** What a role is called where people give and read it. */
export const roleInWords: Readonly<Record<Role, string>> = {
  reader: 'Reader: figures',
  manager: 'Manager: figures and cases, comments',
  author: 'Author: figures, comments',
  approver: 'Approver: figures and cases, comments, approves',
  'second-approver': 'Second approver: figures, approves last',
  analyst: 'Analyst: figures and cases, comments, loads, definitions',
  publisher: 'Publisher: figures, publishes',
  auditor: 'Auditor: figures, reads the audit',
  administrator: 'Administrator: people, no figures',
};
