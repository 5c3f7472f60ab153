import type { BoundQuery, OptionalJoin, Source, Uses } from './bound.ts';

/** Columns of datasets, by dataset; a dataset whose rows alone are counted has an empty set. */
export type Lineage = Map<string, Set<string>>;

/**
 * Which columns of which datasets decide a value. What picks the rows of a query always counts; an output counts where
 * it is wanted; the optional side of an outer join counts where one of its columns is.
 *
 * The wanted things are followed like paths in a graph, each once, so shared and recursive queries need nothing special.
 *
 * @example of `select p.name from plans p left join people q on q.id = p.person where p.open`: {plans: name, open}
 */
export function lineage(wanted: { readonly uses: readonly Uses[]; readonly sources: readonly Source[] }): Lineage {
  const found: Lineage = new Map();
  const seenSources = new Map<Source, Set<number>>();
  const seenQueries = new Map<BoundQuery, Set<number>>();
  const seenJoins = new Set<OptionalJoin>();

  const follow = (uses: Uses): void => {
    for (const { source, index } of uses.columns) column(source, index);
    for (const { query, values } of uses.queries) {
      rows(query);
      if (values) query.outputs.forEach((_, index) => void output(query, index));
    }
  };

  const rows = (query: BoundQuery): void => {
    if (seenQueries.has(query)) return;
    seenQueries.set(query, new Set());
    follow(query.always);
    for (const source of query.sources) touch(source);
    if (query.everyOutput) query.outputs.forEach((_, index) => void output(query, index));
  };

  const output = (query: BoundQuery, index: number): void => {
    rows(query);
    const seen = seenQueries.get(query);
    if (!seen || seen.has(index)) return;
    seen.add(index);
    const wantedOutput = query.outputs[index];
    if (wantedOutput) follow(wantedOutput.uses);
  };

  const join = (optional: OptionalJoin | null): void => {
    if (optional === null || seenJoins.has(optional)) return;
    seenJoins.add(optional);
    join(optional.within);
    follow(optional.on);
    for (const source of optional.sources) touch(source);
  };

  const touch = (source: Source): void => {
    if (seenSources.has(source)) return;
    seenSources.set(source, new Set());
    const { relation } = source;
    // Before the join is followed: what it compares may be columns of this very source.
    if (relation.kind === 'dataset' && !found.has(relation.id)) found.set(relation.id, new Set());
    join(source.optional);
    if (relation.kind === 'view' || relation.kind === 'query') rows(relation.query);
    if (relation.kind === 'function') follow(relation.uses);
  };

  const column = (source: Source, index: number): void => {
    touch(source);
    const seen = seenSources.get(source);
    if (!seen || seen.has(index)) return;
    seen.add(index);
    const { relation } = source;
    if (relation.kind === 'dataset') {
      const name = relation.columns[index];
      if (name !== undefined) found.get(relation.id)?.add(name);
    }
    if (relation.kind === 'view' || relation.kind === 'query') output(relation.query, index);
  };

  for (const source of wanted.sources) touch(source);
  for (const uses of wanted.uses) follow(uses);
  return found;
}
