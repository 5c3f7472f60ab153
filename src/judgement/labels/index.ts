/** Statuses, directions and trends in the words of a report. */
export type { StatusWords } from './words.ts';
export { directionInWords, plainLabels, sideOf, statusInWords, trendInWords } from './words.ts';
