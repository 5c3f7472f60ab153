/** Facts in words, tied to figures. Pure. */
export type { Asked, Beside, CasesThen, Fact, FactKind, FactSource, Tone } from './facts/fact.ts';
export { factsOf } from './facts/facts-of.ts';
export * from './text.ts';
