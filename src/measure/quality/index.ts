export { doubtsOf, doubtsSql, readDoubts } from './doubts.ts';
export type { Doubts, FindingCount, Quality, QualityState, RowFilter, RowFinding } from './quality.ts';
export { foundFile, readQuality } from './read-quality.ts';
