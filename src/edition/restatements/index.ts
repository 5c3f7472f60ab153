/** What was published beside what is known now, and the cases that explain the difference. */
export type { CaseChange, ChangeCause, ChangeReason } from './case-change.ts';
export { type CaseSide, compareLists } from './compare-lists.ts';
export { type Explanation, explain, type ReasonCount, type Sums } from './explanation.ts';
export { countInWords, reasonsInWords } from './in-words.ts';
export type { JudgementChange } from './judgement-change.ts';
export { type Restatement, type RestateOptions, restate } from './restate.ts';
