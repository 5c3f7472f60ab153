import { plainText, type Text } from '../text.ts';

/** One sentence of a comment, and where it begins in the whole. */
export interface Sentence {
  readonly text: string;
  /** The same with every figure that is a token blanked out, letter for letter: what the person typed. */
  readonly typed: string;
  readonly at: number;
  /** Whether a figure stands in it, typed or as a token. */
  readonly hasFigure: boolean;
}

/** A full stop ends a sentence where white space or the end follows, but not after a title or an initial. */
const end = /[.!?]+(?=\s|$)|\n+/g;
const noEnd = /(?:\b(?:Mr|Mrs|Ms|Dr|Rev|Prof|St|No|e\.g|i\.e|approx|vs)|\b\p{Lu})\.$/u;

const blank = '_';

/** The sentences of a comment in order. */
export function sentencesOf(comment: Text): readonly Sentence[] {
  const text = plainText(comment);
  const typed = comment
    .map((piece) => (piece.kind === 'figure' ? blank.repeat(piece.text.length) : piece.text))
    .join('');
  const ends = [...text.matchAll(end)]
    .map((match) => match.index + match[0].length)
    .filter((place) => !noEnd.test(text.slice(0, place)));
  const places = [0, ...ends.filter((place) => place < text.length), text.length];
  return places.slice(1).flatMap((to, index): Sentence[] => {
    const from = places[index] ?? 0;
    const lead = /^\s*/.exec(text.slice(from, to))?.[0].length ?? 0;
    const own = text.slice(from + lead, to);
    if (own.trim() === '') return [];
    const ownTyped = typed.slice(from + lead, to);
    return [{ text: own, typed: ownTyped, at: from + lead, hasFigure: /\d/.test(own) || ownTyped !== own }];
  });
}
