/** What differs between two editions, or between an edition and what is known now. */
export {
  type ComparedSide,
  compareSides,
  type Differences,
  type FigureDifference,
  type FigurePlace,
  type JudgementDifference,
} from './compare.ts';
export { editionSide, presentSide } from './sides.ts';
