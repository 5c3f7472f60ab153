import type { Judgement } from '../../judgement/index.ts';
import { columnsAsked } from '../compile/asked.ts';
import type { Context } from '../compile/context.ts';

/** A heading of the guidance, and what stands under it: a mark or a word, and what it means. */
export interface Note {
  readonly label: string;
  readonly items: readonly { readonly term: string; readonly says: string }[];
}

/** What a report shows. */
export interface Shown {
  readonly context: Context;
  /** Of each indicator of the report, in the month. */
  readonly judgements: readonly Judgement[];
  /** What its columns say: value, status, direction. */
  readonly columns: ReadonlySet<string>;
}

export function shownOf(context: Context): Shown {
  const ids = new Set(context.entries.flatMap(({ indicator }) => (indicator === null ? [] : [indicator.id])));
  return {
    context,
    judgements: [...ids].map((id) => context.judgement(id)),
    columns: columnsAsked(context.report),
  };
}
