/** What a report is made from, brought together: figures, what they are set beside, comments, what is wrong with the data. */
export { neededIndicators } from './needed-indicators.ts';
export { inputWithoutFaults, type ReportAsked, reportInput } from './report-input.ts';
export { withBenchmarks } from './with-benchmarks.ts';
