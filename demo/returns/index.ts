/**
 * SSDA903 returns of the children looked after of a synthetic extract, year by year, in each of the forms that the Department
 * takes: a CSV file a table, XML, and a workbook with a sheet a table.
 */

export { returnAsXml } from './as-xml.ts';
export type { ReturnRows } from './rows.ts';
export { type ReturnForm, returnForms, writeReturns } from './write-returns.ts';
