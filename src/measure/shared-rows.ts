import type { Pack } from '../pack/index.ts';
import { attributionKey, emitAttributed } from './emit-attributed.ts';
import { type AttributedRows, inline } from './emit-list.ts';
import type { ListPlan } from './plan.ts';
import { columnsOf } from './planned.ts';

/** Attributed rows that several indicators of a run read: one table each, made before the indicators run. */
export interface SharedRows {
  readonly tables: readonly { readonly name: string; readonly sql: string }[];
  readonly rows: AttributedRows;
}

/**
 * Finds the lists that agree on relation, dates and attribution, and gives each such group one table with the columns that
 * its lists name; a list on its own is left where it is.
 */
export function shareRows(pack: Pack, lists: readonly ListPlan[]): SharedRows {
  const groups = [...Map.groupBy(lists, attributionKey)].filter(([, members]) => members.length > 1);
  const names = new Map(groups.map(([key], index) => [key, `attributed_${index + 1}`]));
  const tables = groups.map(([key, members]) => ({ name: names.get(key) ?? '', sql: tableOf(pack, members) }));
  return { tables, rows: (list) => names.get(attributionKey(list)) ?? inline(list) };
}

function tableOf(pack: Pack, members: readonly ListPlan[]): string {
  const [first] = members;
  if (!first) throw new Error('a group of lists without a list');
  const words = new Set(members.flatMap(wordsOf));
  return emitAttributed(
    first,
    columnsOf(pack, first.from).filter((column) => words.has(column)),
  );
}

/** Every word of a list that may be the name of a column. */
function wordsOf({ rows, id, where, numerator, weight, distinct, last }: ListPlan): string[] {
  const expressions = [...where, numerator ?? '', weight ?? ''].join(' ').match(/[a-z_][a-z0-9_]*/gi) ?? [];
  return [...expressions, ...Object.values(rows), id, ...distinct, ...(last ? [last.per, ...last.by] : [])];
}
