export { type CaseSums, sumsOfCase } from './case-sums.ts';
export { coveredBy } from './covered-by.ts';
export {
  changeBetween,
  type DueCase,
  type DueChange,
  type DueEffect,
  type DueList,
  dueIndicators,
  effectOf,
} from './due/index.ts';
export { type CaseList as CasesBehind, type Figures, type MonthLists, notAttributed, type Unit } from './figures.ts';
export type { Case, Observation, ValueState } from './observation.ts';
export { NothingLoaded, type OpenOptions, openFigures, openQuality } from './open-figures.ts';
export type { Doubts, FindingCount, ListedFinding, Quality, QualityState, RowFilter } from './quality/index.ts';
export { figureOf, isRate, reasonOf } from './value.ts';
