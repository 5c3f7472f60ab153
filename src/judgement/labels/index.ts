/** Statuses, directions and trends in the words of a report. */

export { basisInWords, measureInWords, periodInWords, polarityInWords } from './definition-words.ts';
export type { UnitKind } from './unit-words.ts';
export { unitWord } from './unit-words.ts';
export type { StatusWords } from './words.ts';
export { directionInWords, plainLabels, sideOf, statusInWords, trendInWords } from './words.ts';
