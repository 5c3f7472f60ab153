import type { Month } from '../calendar/index.ts';

/** Words, in pieces: a figure in them is tied to the cell it comes from, so that text and table cannot differ. */
export type Text = readonly Inline[];

export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly strong?: boolean }
  /** A figure: the same key in a sentence and in a table is the same number. */
  | { readonly kind: 'figure'; readonly text: string; readonly of: FigureKey }
  /** A reference to a section of a document, by its id. */
  | { readonly kind: 'reference'; readonly text: string; readonly to: string }
  | { readonly kind: 'abbreviation'; readonly text: string; readonly means: string };

/** Which figure a token or a cell shows. */
export interface FigureKey {
  readonly indicator: string;
  readonly unit: string;
  readonly month: Month;
  readonly part: 'value' | 'numerator' | 'denominator' | 'target' | 'difference';
  /** Of a difference: the earlier month that it is from. */
  readonly from?: Month;
}

/** Words without more. */
export const text = (words: string): Text => [{ kind: 'text', text: words }];

/** The words of a text as a reader sees them. */
export const plainText = (pieces: Text): string => pieces.map((piece) => piece.text).join('');
