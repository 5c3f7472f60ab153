import type { JSX } from 'preact';
import { asking } from '../access/asking.ts';
import { CsrfField } from './csrf-field.tsx';

/** In the header: who is signed in, and the way out; nothing where nobody signs in. */
export function Whoever(): JSX.Element | null {
  const who = asking();
  if (!who?.signIn) return null;
  if (!who.signedIn) {
    return (
      <div class="app-whoever">
        <a href="/sign-in">Sign in</a>
      </div>
    );
  }
  return (
    <div class="app-whoever">
      <a href="/account" class="app-whoever__name">
        {who.person.name}
      </a>
      <form action="/sign-out" method="post">
        <CsrfField />
        <button type="submit" class="app-whoever__out">
          Sign out
        </button>
      </form>
    </div>
  );
}
