/** Where a report stands on its way to publication: its calendar, what is missing and whose it is, who approves. Pure. */
export { type Allowed, allowedActions } from './allowed.ts';
export type { ApprovalNode } from './approval-tree.ts';
export type { CycleAsked, FiguresState, PlaceForWords } from './asked.ts';
export { datesOf, reportedMonth, type StepName, stepNames } from './calendar.ts';
export type { Missing } from './missing.ts';
export { type Standing, standingOf } from './standing.ts';
export type { Step } from './steps.ts';
