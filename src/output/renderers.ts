import type { Document } from '../document/index.ts';
import { csvReport, zipReport } from './csv/index.ts';
import { docxReport } from './docx/index.ts';
import { htmlReport } from './html/index.ts';
import { pdfReport } from './pdf/index.ts';
import { xlsxReport } from './xlsx/index.ts';

/** A document as a file of one kind; throws UnfitForm where it cannot be one of that kind. */
export type Renderer = (document: Document) => Promise<Uint8Array>;

/** The kinds of file that a report can be, by the ending of the name. */
export const renderers: Readonly<Record<string, Renderer>> = {
  html: htmlReport,
  pdf: pdfReport,
  xlsx: xlsxReport,
  docx: docxReport,
  csv: csvReport,
  zip: zipReport,
};
