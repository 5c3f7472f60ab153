/** Published statistics in, comparators out. */
export type { Catalogue, Release, ReleaseChanges } from './catalogue.ts';
export { readCatalogue, tablesOf } from './catalogue.ts';
export { type BenchmarkCode, type BenchmarkFinding, BenchmarkRefusal, benchmarkCodes, findingText } from './finding.ts';
export { type BenchmarkLoad, type BenchmarkLoadResult, type FileLoaded, loadBenchmarks } from './load.ts';
