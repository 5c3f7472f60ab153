import { InternalHyperlink, type IParagraphOptions, Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { Inline, Text } from '../../narrative/index.ts';
import { legal } from '../xml.ts';

/** What blocks know of the document they stand in: the bookmark of each section by its id. */
export type Bookmarks = ReadonlyMap<string, string>;

type RunOptions = Exclude<ConstructorParameters<typeof TextRun>[0], string>;

/** Words as runs; a line break in them breaks the line. */
export function run(words: string, options: RunOptions = {}): TextRun[] {
  return legal(words)
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line, index) => new TextRun({ ...options, text: line, ...(index === 0 ? {} : { break: 1 }) }));
}

/** Words with what is in them: references lead to their section. */
export const runsOf = (text: Text, bookmarks: Bookmarks): ParagraphChild[] =>
  text.flatMap((piece) => pieceOf(piece, bookmarks));

function pieceOf(piece: Inline, bookmarks: Bookmarks): ParagraphChild[] {
  if (piece.kind === 'reference') {
    const anchor = bookmarks.get(piece.to);
    return anchor === undefined
      ? run(piece.text)
      : [new InternalHyperlink({ anchor, children: run(piece.text, { color: '12436D', underline: {} }) })];
  }
  return run(piece.text, piece.kind === 'text' && piece.strong === true ? { bold: true } : {});
}

/** A paragraph of a style, of plain words. */
export const plain = (words: string, style?: string, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, ...(style === undefined ? {} : { style }), children: run(words) });
