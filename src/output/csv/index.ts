/** The tables of a document as CSV. */
export { csvReport, zipReport } from './csv-report.ts';
