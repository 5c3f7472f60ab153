/** The public form of a report as an edition: what it is held against, what it keeps, and what people let go out. */
export { withClosingWords } from './closing-words.ts';
export { commentName, commentsChosen, typedNumbers } from './comments.ts';
export { type EarlierEditions, earlierEditions, readEarlier } from './earlier.ts';
export { type KeptPublication, readPublication, writePublication } from './kept-publication.ts';
