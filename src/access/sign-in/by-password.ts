import type { Store } from '../../store/index.ts';
import { isPassword } from './passwords.ts';

/** What came of a try to sign in. Wrong: that name and password are not of anybody who may; which, nobody is told. */
export type Tried =
  | { readonly came: 'in'; readonly person: string; readonly temporary: boolean }
  | { readonly came: 'wrong' }
  | { readonly came: 'wait'; readonly until: Date };

/** So many failures under one name are let go without a wait. */
const free = 5;
/** The longest wait, in minutes. */
const most = 60;

/** For how long after so many failures no try is taken, in ms: a minute, two, four, up to an hour. */
export const waitAfter = (failures: number): number =>
  failures < free ? 0 : Math.min(2 ** (failures - free), most) * 60_000;

/** Tries an email address and a password. It takes the same time for a name that nobody has. */
export async function signInByPassword(
  store: Pick<Store, 'people' | 'accounts' | 'failures'>,
  { email, password, now }: { readonly email: string; readonly password: string; readonly now: Date },
): Promise<Tried> {
  const until = await store.failures.attempt(email, now, waitAfter);
  if (until) return { came: 'wait', until };
  const person = await store.people.byEmail(email);
  const account = person?.state === 'active' ? await store.accounts.at(person.id) : null;
  const right = await isPassword(password, account?.hash ?? null);
  if (!right || !account) return { came: 'wrong' };
  await store.failures.forget(email);
  return { came: 'in', person: account.person, temporary: account.temporary };
}
