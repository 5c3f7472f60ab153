/** A document as a workbook for a spreadsheet. */
export { xlsxReport } from './xlsx-report.ts';
