/** Published statistics in, comparators out. */

export { type Arithmetic, agrees } from './arithmetic.ts';
export type { Catalogue, Release, ReleaseChanges } from './catalogue.ts';
export { readCatalogue, tablesOf } from './catalogue.ts';
export type { Comparator, ComparatorGroup } from './comparators.ts';
export { type DataSetFile, type EesApi, EesApiError, eesApi, fetchDataSet } from './ees-api.ts';
export { type BenchmarkCode, type BenchmarkFinding, BenchmarkRefusal, benchmarkCodes, findingText } from './finding.ts';
export { type BenchmarkLoad, type BenchmarkLoadResult, type FileLoaded, loadBenchmarks } from './load.ts';
export { type Benchmarks, openBenchmarks } from './open.ts';
export type { PublishedPeriod } from './period.ts';
export type { PublishedSeries, PublishedValue } from './series.ts';
export type { PublishedState } from './symbols.ts';
