export { doubtsOf, doubtsSql, readDoubts } from './doubts.ts';
export type { Doubts, FindingCount, ListedFinding, Quality, QualityState, RowFilter } from './quality.ts';
export { foundFile, readQuality } from './read-quality.ts';
