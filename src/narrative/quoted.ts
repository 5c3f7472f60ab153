import { type Day, dayLabel } from '../calendar/index.ts';

/** A figure that a comment quotes from elsewhere or from later than its month. */
export interface Quoted {
  /** As it stands in the words: 105. */
  readonly text: string;
  readonly asAt: Day;
  readonly source: string | null;
}

/**
 * Words with their quoted figures marked where each first stands: with the day as at which it was, and its source.
 *
 * @example withQuoted('It is down to 105 cases.', [{ text: '105', asAt: '2014-06-23', source: null }])
 * // 'It is down to 105 (as at 23 June 2014) cases.'
 */
export function withQuoted(words: string, quoted: readonly Quoted[]): string {
  return quoted.reduce((said, { text, asAt, source }) => {
    const place = placeOf(said, text);
    if (place === null) return said;
    const mark = ` (as at ${dayLabel(asAt)}${source === null ? '' : `, ${source}`})`;
    return said.slice(0, place + text.length) + mark + said.slice(place + text.length);
  }, words);
}

/** The quoted figures that do not stand in the words. */
export const notInWords = (words: string, quoted: readonly Quoted[]): readonly Quoted[] =>
  quoted.filter(({ text }) => placeOf(words, text) === null);

/** Where a figure stands by itself and not as a part of a longer number, a word or a token. */
function placeOf(words: string, figure: string): number | null {
  const escaped = figure.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const whole = new RegExp(`(?<![\\p{L}\\d.,])${escaped}(?![\\p{L}\\d]|[.,]\\d)`, 'gu');
  for (const { index } of words.matchAll(whole)) {
    const before = words.slice(0, index);
    if (before.lastIndexOf('{') <= before.lastIndexOf('}')) return index;
  }
  return null;
}
