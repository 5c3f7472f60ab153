import type { Session, SessionGrant, Store } from '../../store/index.ts';
import { maySomewhere } from '../rule.ts';
import { dayOf } from './day-of.ts';
import { personOf } from './person-of.ts';

/** How long a session may rest, and how long it may last at all; shorter for who may see cases. */
export const sessionLimits = {
  cases: { idleMinutes: 30, hours: 8 },
  others: { idleMinutes: 120, hours: 12 },
} as const;

/** Signs a person in: a new session under a new id, which only the browser is told. */
export async function beginSession(
  store: Pick<Store, 'people' | 'grants' | 'openings' | 'sessions'>,
  person: string,
  how: Session['how'],
  now: Date,
  grants: readonly SessionGrant[] = [],
): Promise<string> {
  const who = await personOf(store, person, now, grants);
  const seesCases = who !== null && maySomewhere(who, 'cases', dayOf(now));
  const { idleMinutes, hours } = sessionLimits[seesCases ? 'cases' : 'others'];
  const ends = new Date(now.getTime() + hours * 3_600_000);
  return store.sessions.begin({ person, how, grants, ends, idleMinutes }, now);
}
