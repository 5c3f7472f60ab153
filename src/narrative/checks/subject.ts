import { type Comparison, compareWith, type Judgement } from '../../judgement/index.ts';
import { type Telling, tellingOf } from '../facts/telling.ts';
import type { Commented } from './doubt.ts';

/** A comment on an indicator. */
export type OnIndicator = Commented & { readonly indicator: string };

/** What a comment is held against. */
export interface Subject extends Telling {
  readonly judgement: Judgement;
  readonly commented: OnIndicator;
  /** The earlier figures that compare, by what a sentence may call them. */
  readonly earlier: readonly { readonly named: RegExp; readonly comparison: Comparison }[];
}

export function subjectOf(commented: OnIndicator): Subject {
  const { source, ...asked } = commented;
  const telling = tellingOf(source, asked);
  const { judgement } = telling;
  const { previous, outturn, yearAgo } = judgement;
  const since = asked.since === undefined ? [] : [compareWith(source, judgement, asked.since)];
  const all = [
    { named: /\b(last|previous|prior) (month|report|quarter)|month before/i, comparison: previous },
    { named: /\b(outturn|year[- ]end|end of (the )?last (financial )?year)\b/i, comparison: outturn },
    { named: /\b(last year|year ago|year before|previous year|same (month|period|time))\b/i, comparison: yearAgo },
    ...since.map((comparison) => ({ named: /\bsince\b/i, comparison })),
  ];
  return {
    ...telling,
    commented,
    earlier: all.filter(({ comparison: { figure, brokenBy } }) => figure !== null && brokenBy === null),
  };
}
