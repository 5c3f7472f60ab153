import { createHash } from 'node:crypto';

/** What stands before the first link of a chain. */
export const beginning = '0'.repeat(64);

/** SHA-256 of an object's fields, whatever their order; absent and null are the same. */
export function digest(fields: object): string {
  const known = Object.entries(fields)
    .filter(([, value]) => value !== null && value !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(known)).digest('hex');
}
