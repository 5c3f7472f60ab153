import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Problem } from '../problem.ts';

/** The name of the field in which a form carries its token. */
export const tokenField = 'csrf';

/** A value for the cookie of a browser in which nobody has signed in yet. It opens nothing. */
export const freshCookie = (): string => randomBytes(32).toString('base64url');

/** What a form carries: it follows from the cookie, which no page of another site can read, and does not tell it. */
export const formTokenOf = (cookie: string): string => createHmac('sha256', cookie).update('form').digest('base64url');

/** @throws Problem 403 where a form does not carry the token of this browser */
export function checkFormToken(expected: string | null, given: unknown): void {
  const [right, said] = [Buffer.from(expected ?? ''), Buffer.from(typeof given === 'string' ? given : '')];
  if (right.length > 0 && right.length === said.length && timingSafeEqual(right, said)) return;
  throw new Problem(
    403,
    'That form is out of date',
    [
      'You may have signed in or out since the page was opened. Nothing was changed: open the page again and repeat it.',
    ],
    [{ text: 'Home', href: '/' }],
  );
}
