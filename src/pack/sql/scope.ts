import type { DiagnosticCode } from '../codes.ts';
import type { Particulars } from '../diagnostic.ts';
import type { BoundQuery, Relation, Source, Uses } from './bound.ts';

/** The relations whose columns an expression may name; those of the query around it come after its own. */
export interface Scope {
  readonly sources: readonly Source[];
  readonly outer: Scope | null;
}

/** What binding needs from outside. */
export interface Context {
  /** The dataset, view or built-in relation of a name; null where there is none. */
  relation(name: string): Relation | null;
  relationNames(): readonly string[];
  /** location: offset in bytes, as the parser gives it. */
  report(code: DiagnosticCode, location: number | undefined, particulars?: Particulars): void;
  /** Datasets, views and built-in relations that were read. */
  readonly reads: Set<string>;
}

/** Where an expression or query stands: the names it may use. */
export interface Env {
  readonly context: Context;
  readonly scope: Scope | null;
  /** An expression over one row: no aggregate or window outside a subquery. */
  readonly rowwise: boolean;
  /** Queries named by with. */
  readonly named: ReadonlyMap<string, { readonly columns: readonly string[]; readonly query: BoundQuery }>;
}

/** Finds a column by name and notes its use; reports one that is unknown or stands in several relations. */
export function resolveColumn(
  env: Env,
  relation: string | null,
  column: string,
  location: number | undefined,
  uses: Uses,
): void {
  if (relation !== null) {
    resolveQualified(env, relation, column, location, uses);
    return;
  }
  for (let scope = env.scope; scope; scope = scope.outer) {
    const holders = scope.sources.filter((source) => source.columns.includes(column));
    const [holder, second] = holders;
    if (holder && second) {
      const detail = holders.map((source) => source.alias).join(' and ');
      env.context.report('sql-ambiguous-column', location, { found: column, words: { detail } });
      return;
    }
    if (holder) {
      uses.columns.push({ source: holder, index: holder.columns.indexOf(column) });
      return;
    }
    if (scope.sources.some((source) => source.relation.kind === 'broken')) return;
  }
  const allowed = new Set(visible(env).flatMap((source) => source.columns));
  env.context.report('sql-unknown-column', location, { found: column, allowed, words: { detail: 'here' } });
}

function resolveQualified(env: Env, alias: string, column: string, location: number | undefined, uses: Uses): void {
  const source = findSource(env, alias);
  if (!source) {
    const allowed = visible(env).map((other) => other.alias);
    env.context.report('sql-unknown-alias', location, { found: alias, allowed });
    return;
  }
  if (source.relation.kind === 'broken') return;
  const index = source.columns.indexOf(column);
  if (index >= 0) uses.columns.push({ source, index });
  else {
    const words = { detail: `in ${alias}` };
    env.context.report('sql-unknown-column', location, { found: column, allowed: source.columns, words });
  }
}

export function findSource(env: Env, alias: string): Source | null {
  for (let scope = env.scope; scope; scope = scope.outer) {
    const source = scope.sources.find((candidate) => candidate.alias === alias);
    if (source) return source;
  }
  return null;
}

function visible(env: Env): Source[] {
  const sources: Source[] = [];
  for (let scope = env.scope; scope; scope = scope.outer) sources.push(...scope.sources);
  return sources;
}
