/** Facts in words, tied to figures, and what is doubtful in what people write. Pure. */
export { type Commented, checkComment, type Doubt, type DoubtCode } from './checks/index.ts';
export type { Asked, Beside, CasesThen, Fact, FactKind, FactSource, Tone } from './facts/fact.ts';
export { factsOf } from './facts/facts-of.ts';
export { figureKey, figureWords, type Here, writtenText } from './figure-words.ts';
export { notInWords, type Quoted, withQuoted } from './quoted.ts';
export * from './text.ts';
