/** Small numbers in what leaves the organisation: what is not shown of a publication, and whether it could be undone. Pure. */
export { checkSuppression, type Found } from './check/check.ts';
export * from './figures.ts';
export { type HeldBack, heldBackBy } from './held-back.ts';
export { type NotShown, publicDocument } from './public-document.ts';
export { publicInput } from './public-input.ts';
export { type PublicReport, publicReport } from './public-report.ts';
export { type Publishable, publishable, SuppressionFailed } from './publishable.ts';
export { settingsOf } from './settings.ts';
export { suppress } from './suppress.ts';
