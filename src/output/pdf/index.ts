/** A document as a PDF that is accessible by PDF/UA-1. */
export { pdfReport } from './pdf-report.ts';
