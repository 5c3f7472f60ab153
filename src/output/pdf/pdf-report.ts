import type { Document } from '../../document/index.ts';
import { printTree } from './print-tree.ts';
import { typeset } from './typeset.ts';

/**
 * A document as a PDF: PDF/UA-1 with bookmarks and its fonts in it. Same document, same bytes.
 *
 * @throws Error where it takes longer than it may, or the document cannot be set
 */
export async function pdfReport(document: Document): Promise<Uint8Array> {
  return typeset(printTree(document));
}
