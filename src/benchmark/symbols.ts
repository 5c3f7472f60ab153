/** What a published cell says. Every state but value is a figure that is not there, and none of them is 0. */
export type PublishedState =
  | 'value'
  | 'suppressed'
  | 'not-applicable'
  | 'not-available'
  | 'rounds-to-zero'
  | 'low-reliability'
  | 'blank';

/** One published cell: its text as printed, and the number where it is one. */
export interface PublishedCell {
  readonly text: string;
  readonly value: number | null;
  readonly state: PublishedState;
}

interface Symbol {
  readonly state: PublishedState;
  readonly says: string;
}

/** The symbols of official statistics; `:` and `~` stand in older files. */
export const symbols: Readonly<Record<string, Symbol>> = {
  c: { state: 'suppressed', says: 'suppressed, to protect individuals' },
  z: { state: 'not-applicable', says: 'not applicable' },
  x: { state: 'not-available', says: 'not available' },
  k: { state: 'rounds-to-zero', says: 'rounds to 0 but is not 0' },
  low: { state: 'rounds-to-zero', says: 'rounds to 0 but is not 0' },
  u: { state: 'low-reliability', says: 'not shown, because it is of low reliability' },
  ':': { state: 'not-available', says: 'not available' },
  '~': { state: 'not-available', says: 'not available' },
};

const numberForm = /^-?(\d+(\.\d+)?|\.\d+)$/;

/** Whether a text is written as a published number: digits, one point, no separators and no sign of percent. */
export function isPublishedNumber(text: string): boolean {
  return numberForm.test(text);
}

/**
 * Reads a cell of a column of figures; null where the text is neither a number nor a known symbol. Symbols are known in
 * either case, because older files write Z.
 *
 * @example readCell('21.6') // { text: '21.6', value: 21.6, state: 'value' }
 * @example readCell('c')    // { text: 'c', value: null, state: 'suppressed' }
 * @example readCell('n/a')  // null
 */
export function readCell(raw: string): PublishedCell | null {
  const text = raw.trim();
  if (isPublishedNumber(text)) return { text, value: Number(text), state: 'value' };
  if (text === '') return { text, value: null, state: 'blank' };
  const known = text.toLowerCase();
  const symbol = Object.hasOwn(symbols, known) ? symbols[known] : undefined;
  return symbol ? { text, value: null, state: symbol.state } : null;
}

/** What a state means, in words that end a sentence. */
export function stateInWords({ text, state }: PublishedCell): string {
  if (state === 'blank') return 'left blank';
  return symbols[text.toLowerCase()]?.says ?? text;
}
