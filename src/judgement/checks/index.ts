/** What must hold before anything is issued. */
export type { PrintedFigure } from './arithmetic.ts';
export { checkArithmetic, checkPart } from './arithmetic.ts';
export { checkBeforeIssue } from './before-issue.ts';
export type { Term } from './identities.ts';
export { checkDistribution, checkIdentity } from './identities.ts';
export type { Inconsistency } from './inconsistency.ts';
export type { PrintedArrow, PrintedStatus } from './printed-judgement.ts';
export { checkArrow, checkExceptionPage, checkStatus } from './printed-judgement.ts';
