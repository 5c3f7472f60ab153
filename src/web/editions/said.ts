import { forms } from '../../output/index.ts';
import type { Checked } from '../../publishing/index.ts';

/** A form as it came. */
export type Fields = Readonly<Record<string, unknown>>;

/** A field that is not right: its name in the form, and what to do. */
export interface FieldError {
  readonly field: 'formats' | 'what' | 'why' | 'despite' | 'read';
  readonly text: string;
}

/** What was filled in before signing. */
export interface Typed {
  readonly formats: readonly string[];
  readonly what: string;
  readonly why: string;
  readonly despite: string;
}

export const usualFormats: readonly string[] = ['pdf', 'html'];

/** Longer than any reason; the register keeps it for ever. */
const longest = 2000;

export function textOf(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value.trim().slice(0, longest) : '';
}

/** Every value of a name: ticked boxes come as one text or several. */
export function textsOf(fields: Fields, name: string): string[] {
  const value = fields[name];
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
}

/** Whether something is found that stops the issue unless a reason is given. */
export const needsReason = ({ findings }: Checked): boolean => findings.some(({ stops }) => stops);

/** Reads the form by which a report is signed: what was filled in, and what is not right in it. */
export function readSigned(checked: Checked, fields: Fields): { typed: Typed; errors: FieldError[] } {
  const known = new Set(forms.map(({ ending }) => ending));
  const typed: Typed = {
    formats: textsOf(fields, 'formats').filter((one) => known.has(one)),
    what: textOf(fields, 'what'),
    why: textOf(fields, 'why'),
    despite: textOf(fields, 'despite'),
  };
  const errors: FieldError[] = [];
  if (typed.formats.length === 0) errors.push({ field: 'formats', text: 'Choose at least one file to keep' });
  if (needsReason(checked) && typed.despite === '') {
    errors.push({ field: 'despite', text: 'Say why it is issued although something was found' });
  }
  if (checked.standing !== null) {
    if (typed.what === '') errors.push({ field: 'what', text: 'Say what is different in the correction' });
    if (typed.why === '') errors.push({ field: 'why', text: 'Say why it is corrected' });
  }
  if (textOf(fields, 'read') !== 'yes') errors.push({ field: 'read', text: 'Read the report, then say that you have' });
  return { typed, errors };
}
