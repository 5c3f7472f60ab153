import type { ExtractNote } from './extract-note.ts';
import type { Delivery, FormatReading } from './format.ts';

/** What one format made of one SOURCE, with what the delivery says of itself. */
export interface Part extends FormatReading {
  readonly delivery: Delivery;
  readonly note: ExtractNote | null;
  readonly format: string;
}
