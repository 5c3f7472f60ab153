/** What a name in a from clause stands for. */
export type Relation =
  | { readonly kind: 'dataset' | 'built-in'; readonly id: string; readonly columns: readonly string[] }
  | { readonly kind: 'view'; readonly id: string; readonly columns: readonly string[]; readonly query: BoundQuery }
  | { readonly kind: 'query'; readonly columns: readonly string[]; readonly query: BoundQuery }
  | { readonly kind: 'function'; readonly columns: readonly string[]; readonly uses: Uses }
  /** Something already reported: any column of it is taken, none leads anywhere. */
  | { readonly kind: 'broken' };

/** A relation as it stands in one from clause. */
export interface Source {
  readonly alias: string;
  readonly relation: Relation;
  /** Names of its columns here, in the relation's order. */
  readonly columns: readonly string[];
  /** The outer join that this is the optional side of; null where its rows always count. */
  optional: OptionalJoin | null;
}

/** The side of an outer join that only adds columns: it counts only where one of its columns is wanted. */
export interface OptionalJoin {
  readonly on: Uses;
  /** What counts as soon as the join does. */
  readonly sources: Source[];
  readonly within: OptionalJoin | null;
}

/** What an expression reads. */
export interface Uses {
  readonly columns: { readonly source: Source; readonly index: number }[];
  /** Queries inside it; values: whether their outputs are read, or only whether there is a row. */
  readonly queries: { readonly query: BoundQuery; readonly values: boolean }[];
}

export interface Output {
  /** Null where it has none that both engines agree on. */
  readonly name: string | null;
  readonly uses: Uses;
}

/** A select (or a union of selects, whose arms are then its sources) with every name resolved. */
export interface BoundQuery {
  outputs: readonly Output[];
  /** What decides which rows there are: where, on, group by, having, order by. */
  readonly always: Uses;
  /** Relations whose rows always count. */
  readonly sources: Source[];
  /** Every output decides the rows: distinct, union. */
  everyOutput: boolean;
}

export function noUses(): Uses {
  return { columns: [], queries: [] };
}

export function emptyQuery(): BoundQuery {
  return { outputs: [], always: noUses(), sources: [], everyOutput: false };
}
