/** Nothing of this base is ever sent. */
const base = 'http://here.invalid';

/**
 * Where to go on to, as somebody's address asks: a path here and nothing else. What could lead to another site, or back to
 * signing in, leads home.
 */
export function returnAddress(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > 2000 || !asked.startsWith('/') || !URL.canParse(asked, base))
    return '/';
  const { origin, pathname, search } = new URL(asked, base);
  if (origin !== base || pathname.startsWith('//') || /^\/(sign-in|sign-out|signed-out)(\/|$)/.test(pathname))
    return '/';
  return `${pathname}${search}`;
}
