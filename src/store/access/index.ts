import type { Dialect } from '../migrations/index.ts';
import type { Database } from '../tables.ts';
import { type Accounts, accountsOf } from './accounts.ts';
import { failuresOf, type SignInFailures } from './failures.ts';
import { type Grants, grantsOf } from './grants.ts';
import { type Looks, looksOf } from './looks.ts';
import { type Openings, openingsOf } from './openings.ts';
import { type People, peopleOf } from './people.ts';
import { type Sessions, sessionsOf } from './sessions.ts';
import { type Tokens, tokensOf } from './tokens.ts';

export type { Account, Accounts } from './accounts.ts';
export type { SignInFailures } from './failures.ts';
export type { Grants, GrantText, GrantVersion } from './grants.ts';
export type { Look, LookFilter, Looks, NewLook } from './looks.ts';
export type { Opening, Openings } from './openings.ts';
export type { People, PersonText, PersonVersion } from './people.ts';
export { type NewSession, type Session, type SessionGrant, type Sessions, sessionHash } from './sessions.ts';
export type { NewToken, Tokens, TokenVersion } from './tokens.ts';

/** Who there is, what they may do, how they sign in, and what they looked at. */
export interface AccessStore {
  readonly people: People;
  readonly grants: Grants;
  readonly tokens: Tokens;
  readonly openings: Openings;
  readonly looks: Looks;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly failures: SignInFailures;
}

export const accessOf = (db: Database, dialect: Dialect): AccessStore => ({
  people: peopleOf(db, dialect),
  grants: grantsOf(db, dialect),
  tokens: tokensOf(db, dialect),
  openings: openingsOf(db, dialect),
  looks: looksOf(db, dialect),
  accounts: accountsOf(db, dialect),
  sessions: sessionsOf(db, dialect),
  failures: failuresOf(db, dialect),
});
