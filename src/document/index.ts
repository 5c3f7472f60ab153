/** Report definition to document tree. Pure. */
export { cellText } from './cell-text.ts';
export * from './chart-data.ts';
export { compileReport, syntheticWords } from './compile/compile.ts';
export type { BesideFigure, DataFault, ReportFigures, ReportInput } from './compile/input.ts';
export { periodName } from './compile/period-name.ts';
export * from './table.ts';
export * from './tree.ts';
