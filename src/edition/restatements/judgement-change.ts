import type { KeptJudgement } from '../kept-figures.ts';

/** A published status or target that is another one today. */
export interface JudgementChange {
  readonly edition: number;
  readonly published: KeptJudgement;
  readonly now: KeptJudgement;
  /** What made it so: the target, what a person set in place of the rule, or the figure. */
  readonly because: 'target' | 'person' | 'figure';
}

/** Null where status and target are as they were published. */
export function judgementChange(edition: number, published: KeptJudgement, now: KeptJudgement): JudgementChange | null {
  const sameTarget = JSON.stringify(published.target) === JSON.stringify(now.target);
  if (sameTarget && published.status === now.status) return null;
  const byPerson = sameTarget && published.statusByRule === now.statusByRule;
  return { edition, published, now, because: !sameTarget ? 'target' : byPerson ? 'person' : 'figure' };
}
