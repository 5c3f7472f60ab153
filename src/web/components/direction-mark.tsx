import type { JSX } from 'preact';
import type { Direction } from '../../judgement/index.ts';
import { DirectionMark as Mark } from '../../output/index.ts';

/** A direction in its plain word: up is better, down is worse, whichever way the number went. */
export function DirectionMark({ direction }: { readonly direction: Direction }): JSX.Element {
  return <Mark direction={direction} good={direction === 'same' ? null : direction === 'better'} word={direction} />;
}
