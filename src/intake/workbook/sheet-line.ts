/** The heading of the first column of the file made from a sheet: the row that each record stood in. */
export const sheetLine = '_line';
