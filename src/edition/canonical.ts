import { createHash } from 'node:crypto';

/** The same value whatever the order of its keys; absent fields left out. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** JSON that is the same text for the same value: keys in order, no spaces, one line. */
export const canonicalJson = (value: unknown): string => `${JSON.stringify(sorted(value))}\n`;

/** JSON as above for a person to read, an indent a level. */
export const readableJson = (value: unknown): string => `${JSON.stringify(sorted(value), null, 2)}\n`;

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** What stands before the first link of the chain of editions. */
export const beginning = '0'.repeat(64);
