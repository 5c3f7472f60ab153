import { isDay, isMonth } from '../calendar/index.ts';
import { StoreError } from './error.ts';
import { hasText } from './transitions.ts';

/** @throws StoreError `not-valid` where a text is empty. */
export function needText(name: string, text: string | null | undefined): string {
  if (hasText(text)) return text;
  throw new StoreError('not-valid', `${name} may not be empty.`);
}

/** @throws StoreError `not-valid` where a text is no month. */
export function needMonth(text: string): string {
  if (isMonth(text)) return text;
  throw new StoreError('not-valid', `“${text}” is not a month; a month is written YYYY-MM.`);
}

/** @throws StoreError `not-valid` where a text is no day; null stays null. */
export function needDay(text: string | null): string | null {
  if (text === null || isDay(text)) return text;
  throw new StoreError('not-valid', `“${text}” is not a day; a day is written YYYY-MM-DD.`);
}

/** @throws StoreError `not-valid` where a text is no SHA-256 in hexadecimal. */
export function needHash(name: string, text: string): string {
  if (/^[0-9a-f]{64}$/.test(text)) return text;
  throw new StoreError('not-valid', `${name} is not a SHA-256 hash.`);
}
