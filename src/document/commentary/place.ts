import type { Judgement } from '../../judgement/index.ts';

/** Something that a report may be commented on: an indicator of it, or the report as a whole. */
export interface CommentPlace {
  /** Null: the report as a whole. */
  readonly indicator: string | null;
  /** As it is printed in the report; empty where it has none. */
  readonly number: string;
  readonly title: string;
  readonly group: string;
  /** The role that answers for it. */
  readonly owner: string | null;
  /** The headings to write under: those that the report asks for, in its order, or one that will do. */
  readonly headings: readonly string[];
  /** Why a comment is required, as a sentence; null where none is. */
  readonly required: string | null;
  /** What is missing of what is required, in a sentence, among the comments that the desk was given; null where nothing is. */
  readonly missing: string | null;
  /** Of an indicator: where it stands in the month. */
  readonly judgement: Judgement | null;
}
