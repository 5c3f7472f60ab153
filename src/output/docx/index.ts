/** A document for Word. */
export { docxReport } from './docx-report.ts';
