import type { Document } from '../document/index.ts';
import { htmlReport } from './html/index.ts';
import { pdfReport } from './pdf/index.ts';

/** A document as a file of one kind. */
export type Renderer = (document: Document) => Promise<Uint8Array>;

/** The kinds of file that a report can be, by the ending of the name. */
export const renderers: Readonly<Record<string, Renderer>> = {
  html: htmlReport,
  pdf: pdfReport,
};
