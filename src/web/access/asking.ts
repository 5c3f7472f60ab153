import { AsyncLocalStorage } from 'node:async_hooks';
import { may, maySomewhere, type Person, type Right } from '../../access/index.ts';

/** Who asks for the page that is being made, and what forms of theirs must carry. */
export interface Asking {
  readonly person: Person;
  /** ISO: by it their grants hold. */
  readonly day: string;
  /** Whether people sign in here at all. */
  readonly signIn: boolean;
  /** Whether this one has. */
  readonly signedIn: boolean;
  /** What forms prove with that they were made for this browser; null where nobody signs in. */
  readonly formToken: string | null;
}

const current = new AsyncLocalStorage<Asking>();

/** Who is being answered; null outside a request. So a page need not hand it through to its frame and its forms. */
export const asking = (): Asking | null => current.getStore() ?? null;

/** Does a piece of work in the name of who asks. */
export const answering = <T>(who: Asking, work: () => T): T => current.run(who, work);

/** Rights over the installation, which no grant of a single unit gives. */
const ofTheWhole: readonly Right[] = ['load', 'define', 'audit', 'people'];

/** Whether somebody may open what needs a right; of which units it then shows them, figures and the rule decide. */
export function mayOpen({ person, day }: Asking, right: Right): boolean {
  return ofTheWhole.includes(right) ? may(person, right, [], day) : maySomewhere(person, right, day);
}
