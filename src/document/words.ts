import type { Inline, Paragraph, Text } from './tree.ts';

/** Words without more. */
export const text = (words: string): Text => [{ kind: 'text', text: words }];

/** A paragraph of plain words. */
export const paragraph = (words: string): Paragraph => ({ kind: 'paragraph', text: text(words) });

/** The words of a text as a reader sees them. */
export const plainText = (pieces: readonly Inline[]): string => pieces.map((piece) => piece.text).join('');
