import type { FastifyRequest } from 'fastify';
import { dayOf, localPerson, nobody, type Person, personOf, type Right, rights } from '../../access/index.ts';
import type { Session, Store } from '../../store/index.ts';
import { Problem } from '../problem.ts';
import type { Asking } from './asking.ts';
import { cookieName } from './cookie.ts';
import { formTokenOf } from './form-token.ts';

/** Who asks, and the session by which that is known; null by a token, and where nobody signs in. */
export interface Identified {
  readonly asking: Asking;
  readonly session: Session | null;
}

/** Who asks where sign-in is off. */
export const atThisComputer = (now: Date): Identified => ({
  asking: { person: localPerson, day: dayOf(now), signIn: false, signedIn: false, formToken: null },
  session: null,
});

/**
 * Who asks where people sign in: by the cookie of their session, or at the interface for tools by a token.
 *
 * @throws Problem 401 for a token that is not, or no longer, one
 */
export async function identify(request: FastifyRequest, store: Store, secure: boolean, now: Date): Promise<Identified> {
  const known = { day: dayOf(now), signIn: true, formToken: null };
  const token = bearerOf(request);
  if (token !== null) {
    const person = await personOfToken(store, token, now);
    if (!person) throw new Problem(401, 'That token is not valid', ['It may have ended, or have been taken back.']);
    return { asking: { ...known, person, signedIn: true }, session: null };
  }
  const cookie = request.cookies[cookieName(secure)];
  if (cookie === undefined || cookie.length > 100) {
    return { asking: { ...known, person: nobody, signedIn: false }, session: null };
  }
  const session = await store.sessions.use(cookie, now);
  const person = session && (await personOf(store, session.person, now, session.grants));
  const asking = { ...known, formToken: formTokenOf(cookie), person: person ?? nobody, signedIn: person !== null };
  return { asking, session: person === null ? null : session };
}

/** Tokens are for the interface for tools alone: at a page they count for nothing. */
function bearerOf({ url, headers }: FastifyRequest): string | null {
  if (!/^\/api(\/|$)/.test(url)) return null;
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}

async function personOfToken(store: Store, token: string, now: Date): Promise<Person | null> {
  const kept = await store.tokens.find(token, now);
  const person = kept && (await personOf(store, kept.person, now));
  if (!person) return null;
  // What was opened was opened by a person for a reason, not for their tools.
  return {
    ...person,
    opened: [],
    only: kept.rights.filter((right): right is Right => rights.includes(right as Right)),
  };
}
