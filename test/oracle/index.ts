export type { OracleCase, OracleFigure } from './notions/figures.ts';
export type { Row, Tables, Value } from './notions/tables.ts';
export { oracle } from './oracle.ts';
export { type RandomExtract, randomExtract } from './random-extract.ts';
export { writeExtract } from './write-extract.ts';
