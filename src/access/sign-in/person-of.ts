import type { PersonVersion, SessionGrant, Store } from '../../store/index.ts';
import { type Grant, type Person, roles } from '../person.ts';
import { dayOf } from './day-of.ts';

type People = Pick<Store, 'people' | 'grants' | 'openings'>;

/**
 * A person as they are now, with what the claims of a session gave beside what was assigned here; null for nobody and for
 * somebody who is disabled.
 */
export async function personOf(
  store: People,
  id: string,
  now: Date,
  claimed: readonly SessionGrant[] = [],
): Promise<Person | null> {
  const known = await store.people.at(id);
  if (known?.state !== 'active') return null;
  const [assigned, openings] = await Promise.all([store.grants.list(id), store.openings.holding(id, now)]);
  const day = dayOf(now);
  const grants = [...assigned, ...claimed.map((grant) => ({ ...grant, from: day, to: day }))];
  return {
    ...shown(known),
    grants: grants.flatMap(({ role, unit, from, to }): Grant[] => {
      const known = roles.find((each) => each === role);
      return known ? [{ role: known, unit, from, to }] : [];
    }),
    opened: openings.map(({ unit, number, why }) => ({ unit, number, reason: why ?? '' })),
  };
}

const shown = ({ id, name, post }: PersonVersion) => ({ id, name, post });
