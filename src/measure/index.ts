export { type CaseSums, sumsOfCase } from './case-sums.ts';
export { type CaseList as CasesBehind, type Figures, notAttributed, type Unit } from './figures.ts';
export type { Case, Observation, ValueState } from './observation.ts';
export { NothingLoaded, type OpenOptions, openFigures, openQuality } from './open-figures.ts';
export type { Doubts, FindingCount, ListedFinding, Quality, QualityState, RowFilter } from './quality/index.ts';
export { figureOf, isRate, reasonOf } from './value.ts';
