import { roles } from '../../access/index.ts';
import { dayLabel } from '../../calendar/index.ts';
import type { GrantVersion } from '../../store/index.ts';
import { roleInWords } from '../access/role-words.ts';

/** What a role is called, without what it may. */
export function roleName(role: string): string {
  const known = roles.find((each) => each === role);
  return known === undefined ? role : (roleInWords[known].split(':')[0] ?? role);
}

/** @example 'Manager, Coast, to 31 March' is how a grant reads in a list; without an end nothing is said of one. */
export function grantInWords({ role, unit, to }: GrantVersion, unitName: (code: string) => string): string {
  return `${roleName(role)}, ${unitName(unit)}${to === null ? '' : `, to ${dayLabel(to)}`}`;
}

/** What a change in the audit is called. */
export const actionInWords: Readonly<Record<string, string>> = {
  add: 'Added',
  change: 'Changed',
  enable: 'Enabled',
  disable: 'Disabled',
  password: 'Changed their password',
  reset: 'Given a new password',
};
