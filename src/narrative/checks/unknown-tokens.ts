import type { Doubt } from './doubt.ts';
import type { Sentence } from './sentences.ts';

/** What is written as a token and has not been filled in: no figure goes by that name. */
export function unknownTokens({ typed, at }: Sentence): Doubt[] {
  return [...typed.matchAll(/\{[^{}]*\}/g)].map(({ index, 0: words }) => ({
    code: 'token-unknown',
    words,
    at: at + index,
    says: `${words} stands for no figure, and would be printed as it is.`,
    remedy: 'Insert the figure from the sentences that are offered, or correct the name of the indicator.',
  }));
}
