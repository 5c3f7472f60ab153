import type { JSX } from 'preact';
import { asking } from '../access/asking.ts';
import { tokenField } from '../access/form-token.ts';

/** What every form that changes something carries, as its first field; nothing where nobody signs in. */
export function CsrfField(): JSX.Element | null {
  const token = asking()?.formToken ?? null;
  return token === null ? null : <input type="hidden" name={tokenField} value={token} />;
}
