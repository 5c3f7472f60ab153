/** Report definition to document tree. Pure. */
export { cellText } from './cell-text.ts';
export * from './chart-data.ts';
export { type CommentDesk, type CommentPlace, commentDesk, plainHeading } from './commentary/index.ts';
export { compileReport, reportFindings, syntheticWords } from './compile/compile.ts';
export type { BesideFigure, DataFault, ReportFigures, ReportInput, RestatedFigure } from './compile/input.ts';
export { periodName } from './compile/period-name.ts';
export type { Finding } from './findings/index.ts';
export * from './table.ts';
export * from './tree.ts';
export { abbreviationsIn, earlyInYear } from './words/index.ts';
