import type { Right } from './rule.ts';

/** What a person may be in an installation. */
export const roles = [
  'reader',
  'manager',
  'author',
  'approver',
  'second-approver',
  'analyst',
  'publisher',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** A role over a unit and all below it, for a time. */
export interface Grant {
  readonly role: Role;
  /** The code of a unit; `*` for the whole installation. */
  readonly unit: string;
  /** ISO days: the first on which it holds, and the last; null for no end. */
  readonly from: string;
  readonly to: string | null;
}

/** A unit whose cases somebody outside it has opened to themselves, for a reason and for an hour. */
export interface OpenedUnit {
  readonly unit: string;
  /** Of the opening, as the audit names it. */
  readonly number: number;
  readonly reason: string;
}

/** Somebody who looks at pages or asks through the interface for tools. */
export interface Person {
  /** What stands in audits: never a name. */
  readonly id: string;
  /** As pages greet them. */
  readonly name: string;
  /** Their post in words, as it may be printed under a comment: Head of service. */
  readonly post: string;
  readonly grants: readonly Grant[];
  /** What a tool that asks in their name is limited to; absent of themselves. */
  readonly only?: readonly Right[];
  /** What they have opened just now. */
  readonly opened?: readonly OpenedUnit[];
}

/** Who sits at the computer where sign-in is off: it answers on this computer only, and what it shows is theirs. */
export const localPerson: Person = {
  id: 'local',
  name: 'This computer',
  post: 'On this computer',
  grants: roles.map((role) => ({ role, unit: '*', from: '0001-01-01', to: null })),
};

/** Who has not signed in: nothing is theirs. */
export const nobody: Person = { id: 'nobody', name: 'Nobody', post: 'Not signed in', grants: [] };
