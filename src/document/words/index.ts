/** The words of a report, and what they say without being explained. Pure. */
export { abbreviationsIn, undefinedAbbreviations } from './abbreviations.ts';
export { earlyInYear } from './early-in-year.ts';
export { wordsOf } from './words-of.ts';
