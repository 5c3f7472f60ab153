import { isDay } from '../../../calendar/index.ts';
import type { JobState, Said } from '../../../loading/index.ts';

/** What a form said, as it came. */
export type Fields = Readonly<Record<string, unknown>>;

/** A field that is not right: its name in the form, and what to do. */
export interface FieldError {
  readonly field: 'as-at-day' | 'authority';
  readonly text: string;
}

/** What was typed, to be shown again. */
export interface Typed {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly authority: string;
}

type Waiting = Extract<JobState, { stage: 'waiting' }>;

export const nothingTyped: Typed = { day: '', month: '', year: '', authority: '' };

/** Whether a load cannot know whose data it is without being told. */
export function mustSayAuthority({ preview }: Waiting): boolean {
  return preview.authority === null && preview.loaded.length > 1;
}

function text(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value.trim().slice(0, 100) : '';
}

/** Reads the form that confirms a load: what was said, or what is not right. */
export function readSaid(state: Waiting, fields: Fields): { said: Said; typed: Typed; errors: FieldError[] } {
  const typed: Typed = {
    day: text(fields, 'as-at-day'),
    month: text(fields, 'as-at-month'),
    year: text(fields, 'as-at-year'),
    authority: text(fields, 'authority'),
  };
  const errors: FieldError[] = [];
  const { day, month, year, authority } = typed;
  const asAt = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const dated = day !== '' || month !== '' || year !== '';
  if (dated && !(/^\d{4}$/.test(year) && isDay(asAt))) {
    errors.push({ field: 'as-at-day', text: 'The as-at date must be a real date, such as 31 10 2026' });
  }
  if (authority === '' && mustSayAuthority(state)) {
    errors.push({ field: 'authority', text: 'Enter the code of the authority' });
  }
  return { said: { ...(dated && { asAt }), ...(authority !== '' && { authority }) }, typed, errors };
}
