export { type DueFigure, writeTemplate } from './collected/template.ts';
export type { Finding, Severity } from './finding.ts';
export { type FindingCode, findingCodes } from './finding-codes.ts';
export { findingMeaning, findingRemedy } from './finding-remedies.ts';
export type { FindingSummary } from './finding-summary.ts';
export { type LoadRequest, type LoadResult, load } from './load.ts';
export { LoadError } from './load-error.ts';
export { maskedText } from './reading/masked.ts';
export { streamFindings } from './stream-findings.ts';
