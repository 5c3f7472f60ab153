import { lineOf, may, type Person } from '../../access/index.ts';
import type { Day } from '../../calendar/index.ts';
import type { Part, PartAct } from '../../store/index.ts';
import type { Choice } from '../choice.ts';

/** What a person may do with the comments of a unit. */
export interface Hand {
  readonly person: Person;
  readonly comments: boolean;
  readonly approves: boolean;
  /** Whether words that nobody has approved yet are shown. */
  readonly readsDrafts: boolean;
}

export function handOf(person: Person, { units, unit }: Pick<Choice, 'units' | 'unit'>, day: Day): Hand {
  const line = lineOf(units, unit);
  const [comments, approves] = [may(person, 'comment', line, day), may(person, 'approve', line, day)];
  return { person, comments, approves, readsDrafts: comments || approves || may(person, 'approve-second', line, day) };
}

/** A change by a person in one of their parts. */
export const actBy = ({ id, post }: Person, as: Part, at: Date, why: string | null = null): PartAct => ({
  who: id,
  role: post,
  at,
  as,
  why,
});
