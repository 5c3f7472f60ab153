/** What a spreadsheet takes for the beginning of a formula. */
const formula = /^[=+\-@\t\r]/;
const plainNumber = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * Rows as CSV (RFC 4180: commas, CRLF, quoted where needed), in UTF-8 with the mark by which Excel knows it. Words that a
 * spreadsheet would take for a formula get an apostrophe before them; numbers, and words that begin otherwise, are as
 * they are.
 */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((cells) => `${cells.map(field).join(',')}\r\n`).join('')}`;
}

function field(value: string | number): string {
  const words = typeof value === 'number' ? String(value) : safe(value);
  return /[",\r\n]|^\s|\s$|^$/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

/** Words with an apostrophe before what would be a formula. */
export const safe = (words: string): string => (formula.test(words) && !plainNumber.test(words) ? `'${words}` : words);
