import type { StoreError, StoreErrorCode } from '../../store/index.ts';
import { momentLabel } from './when.ts';

/** What the store refuses, in words for who asked for it; null for what is no doing of theirs. */
export function refusal(error: StoreError): string | null {
  if (error.code === 'stale' && error.changedBy !== null) {
    const { role, at } = error.changedBy;
    return `${role} changed it on ${momentLabel(at)}, while you were at it. What you typed is still here and is not saved.`;
  }
  return told.has(error.code) ? error.message : null;
}

const told: ReadonlySet<StoreErrorCode> = new Set([
  'stale',
  'not-allowed',
  'reason-missing',
  'not-found',
  'approved',
  'not-valid',
]);
