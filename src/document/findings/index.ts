/** What cannot be right in a report, or is not as it should be. Pure. */
export { type Finding, findingsOf } from './findings.ts';
