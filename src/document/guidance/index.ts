/** How to read a report: what its marks, words and figures mean, and only those it uses. Pure. */
export { cautions } from './cautions.ts';
export { bases, comparatorPeriods, polarities } from './figures.ts';
export { absences, directions, reasons, statuses, trends } from './marks.ts';
export { type Note, type Shown, shownOf } from './shown.ts';
