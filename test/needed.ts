/**
 * Whether a program that some tests need is there. Where it is not, says aloud which tests are left out and how to have it;
 * where CI is set, what cannot be tested is a failure.
 *
 * @throws Error where it is not there and CI is set
 */
export function isThere(program: string, found: boolean, leftOut: string): boolean {
  if (found) return true;
  const said = `${program} is not installed: ${leftOut}`;
  if (process.env.CI) throw new Error(said);
  console.error(said);
  return false;
}
