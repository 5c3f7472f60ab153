import type { Inline, Text } from './text.ts';

/** What can stand in a sentence. */
export type Piece = string | number | Inline | Text;

/**
 * A sentence of words and figures: what is filled in stays a token.
 *
 * @example say`The figure is ${figure}.`
 */
export function say(words: TemplateStringsArray, ...pieces: readonly Piece[]): Text {
  const all = words.flatMap((word, index): Inline[] => {
    const piece = pieces[index];
    return [...inlines(word), ...(piece === undefined ? [] : inlines(piece))];
  });
  return all.reduce<Inline[]>(joined, []);
}

/** Texts one after the other, with something between each. */
export function joinedBy(between: string, texts: readonly Text[]): Text {
  return texts
    .flatMap((text, index): Text => (index === 0 ? text : say`${between}${text}`))
    .reduce<Inline[]>(joined, []);
}

/** @example listed(['A', 'B', 'C']) // 'A, B and C' */
export function listed(texts: readonly Text[]): Text {
  const last = texts.at(-1);
  if (texts.length < 2 || last === undefined) return last ?? [];
  return say`${joinedBy(', ', texts.slice(0, -1))} and ${last}`;
}

/** The same with a capital, where it begins with words. */
export function capitalised(text: Text): Text {
  const [first, ...rest] = text;
  if (first?.kind !== 'text') return text;
  return [{ ...first, text: `${first.text.charAt(0).toUpperCase()}${first.text.slice(1)}` }, ...rest];
}

function inlines(piece: Piece): readonly Inline[] {
  if (typeof piece === 'string' || typeof piece === 'number') {
    return piece === '' ? [] : [{ kind: 'text', text: String(piece) }];
  }
  return 'kind' in piece ? [piece] : piece;
}

/** Plain words beside plain words are one piece. */
function joined(done: Inline[], next: Inline): Inline[] {
  const last = done.at(-1);
  if (last?.kind !== 'text' || next.kind !== 'text' || last.strong !== next.strong) return [...done, next];
  return [...done.slice(0, -1), { ...last, text: last.text + next.text }];
}
