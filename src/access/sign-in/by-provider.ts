import type { SessionGrant, Store } from '../../store/index.ts';
import { type Claims, grantsFrom } from './claims.ts';
import type { ProviderSettings } from './settings.ts';

/** Who came from a provider; null where they have no place here. */
export interface Arrived {
  readonly person: string;
  /** What their claims give for the session. */
  readonly grants: readonly SessionGrant[];
}

const textOf = (claims: Claims, name: string): string | null => {
  const value = claims[name];
  return typeof value === 'string' && value.trim() !== ''
    ? value
        .trim()
        .replaceAll(/\p{Cc}/gu, ' ')
        .slice(0, 200)
    : null;
};

/**
 * The person whom a provider vouches for: known by the subject; else, the first time, somebody added here with the same
 * email address, where the provider has verified it; else somebody new, where the claims give them a role.
 */
export async function arrive(
  store: Pick<Store, 'people'>,
  { subject, claims }: { readonly subject: string; readonly claims: Claims },
  settings: ProviderSettings,
  now: Date,
): Promise<Arrived | null> {
  const grants = grantsFrom(claims, settings.grants);
  const known = await store.people.bySubject(subject);
  if (known) return known.state === 'active' ? { person: known.id, grants } : null;
  const act = { who: 'provider', role: 'Sign-in', at: now, why: null };
  const verified = claims.email_verified === true || settings['trust-email'];
  const email = verified ? textOf(claims, 'email') : null;
  const invited = email === null ? null : await store.people.byEmail(email);
  if (invited) {
    if (invited.state !== 'active' || invited.subject !== null) return null;
    const { id, name, post, email: address, version } = invited;
    await store.people.change(id, { name, post, email: address, subject }, version, act);
    return { person: id, grants };
  }
  if (grants.length === 0) return null;
  const name = textOf(claims, 'name') ?? textOf(claims, 'preferred_username') ?? 'Name not given';
  const post = textOf(claims, 'jobTitle') ?? textOf(claims, 'job_title') ?? 'Post not given';
  const added = await store.people.add({ name, post, email, subject }, act);
  return { person: added.id, grants };
}
