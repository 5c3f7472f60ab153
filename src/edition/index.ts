/** Publishing: reports frozen as editions, held to what they were, and set beside what is known now. Begin at `publish`. */

export { type BasisExtract, basisOf, type FiguresBasis, heldExtracts, heldManifests } from './basis.ts';
export * from './compare/index.ts';
export { EditionError, type EditionErrorCode } from './error.ts';
export { definitionsHash, extractHash } from './hashes.ts';
export type { KeptInputs } from './inputs.ts';
export { figureKey, type KeptFigure, type KeptFigures, type KeptJudgement, sameFigure } from './kept-figures.ts';
export { type EditionExtract, type EditionFile, type EditionManifest, editionPath } from './manifest.ts';
export { markRestated } from './mark-restated.ts';
export { type Prepared, type PrepareRequest, prepare, stops } from './prepare.ts';
export { commentName } from './public/index.ts';
export { type Correction, type PublishRequest, type PublishResult, publish, type Signature } from './publish.ts';
export { type FromStandpoint, fromStandpoint, type Published, type Restated, type Standpoint } from './published.ts';
export {
  documentOf,
  figuresOf,
  inForce,
  inputsOf,
  type OpenEdition,
  openEdition,
  publishedFigures,
  renderedName,
} from './read-edition.ts';
export * from './restatements/index.ts';
export { commentsFor, settledPack } from './settled.ts';
export { noteOf } from './so-far.ts';
export { SuppressionFailed } from './suppression/index.ts';
export * from './verify/index.ts';
