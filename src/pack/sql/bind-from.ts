import type { JoinExpr, Node, RangeFunction, RangeSubselect, RangeVar } from 'libpg-query';
import { bindExpression, text } from './bind-expression.ts';
import { bindSelect } from './bind-select.ts';
import { noUses, type OptionalJoin, type Relation, type Source, type Uses } from './bound.ts';
import { functions } from './functions.ts';
import { firstLocation } from './location.ts';
import type { Env } from './scope.ts';

/** What a from clause gives: every relation in it, and what its inner joins compare. */
export interface From {
  readonly sources: Source[];
  readonly on: Uses;
}

/** Binds a from clause, left to right: a lateral item sees what stands before it. */
export function bindFrom(items: readonly Node[], env: Env): From {
  const from: From = { sources: [], on: noUses() };
  for (const item of items) from.sources.push(...bindItem(item, env, from.sources, { optional: null, on: from.on }));
  const seen = new Set<string>();
  for (const { alias } of from.sources) {
    if (alias !== '' && seen.has(alias)) env.context.report('sql-duplicate-alias', aliasPlace(items), { found: alias });
    seen.add(alias);
  }
  return from;
}

/** Where an item stands among joins: the outer join it is optional in, and where the comparisons of inner joins go. */
interface Position {
  readonly optional: OptionalJoin | null;
  readonly on: Uses;
}

function bindItem(item: Node, env: Env, before: readonly Source[], position: Position): Source[] {
  if ('JoinExpr' in item) return bindJoin(item.JoinExpr, env, before, position);
  const source = bindRelation(item, env, before) ?? nothing('');
  source.optional = position.optional;
  position.optional?.sources.push(source);
  return [source];
}

function bindRelation(item: Node, env: Env, before: readonly Source[]): Source | null {
  const lateral: Env = { ...env, scope: { sources: before, outer: env.scope } };
  if ('RangeVar' in item) return bindName(item.RangeVar, env);
  if ('RangeSubselect' in item) return bindSubselect(item.RangeSubselect, item.RangeSubselect.lateral ? lateral : env);
  if ('RangeFunction' in item) return bindFunction(item.RangeFunction, lateral);
  const location = 'RangeTableSample' in item ? item.RangeTableSample.location : undefined;
  env.context.report('sql-not-supported', location, { words: { detail: 'this kind of relation' } });
  return null;
}

function bindJoin(join: JoinExpr, env: Env, before: readonly Source[], position: Position): Source[] {
  const { jointype } = join;
  if (join.isNatural || join.usingClause || join.alias) {
    const detail = join.isNatural ? 'natural join' : join.usingClause ? 'join ... using (write on)' : 'a named join';
    env.context.report('sql-not-supported', firstLocation(join.rarg), { words: { detail } });
  }
  const optionalSide = (): Position => {
    const optional: OptionalJoin = { on: noUses(), sources: [], within: position.optional };
    return { optional, on: optional.on };
  };
  const leftPosition = jointype === 'JOIN_RIGHT' ? optionalSide() : position;
  const rightPosition = jointype === 'JOIN_LEFT' ? optionalSide() : position;
  const left = join.larg ? bindItem(join.larg, env, before, leftPosition) : [];
  const right = join.rarg ? bindItem(join.rarg, env, [...before, ...left], rightPosition) : [];
  const on = jointype === 'JOIN_LEFT' ? rightPosition.on : jointype === 'JOIN_RIGHT' ? leftPosition.on : position.on;
  const scope = { sources: [...left, ...right], outer: env.scope };
  bindExpression(join.quals, { ...env, scope }, on);
  return [...left, ...right];
}

/** A name that looks like a file, a path or an address, which an engine would open. */
const outside = /[./\\:*?]/;

function bindName(range: RangeVar, env: Env): Source {
  const name = range.relname ?? '';
  const alias = range.alias?.aliasname ?? name;
  const cte = range.schemaname === undefined ? env.named.get(name) : undefined;
  let relation: Relation | null = cte ? { kind: 'query', ...cte } : null;
  if (!cte) {
    if (outside.test(name)) env.context.report('sql-reads-file', range.location, { found: name });
    else if (range.schemaname !== undefined) {
      env.context.report('sql-reads-file', range.location, { found: `${range.schemaname}.${name}` });
    } else if (range.inh !== true) {
      env.context.report('sql-not-supported', range.location, { words: { detail: 'only' } });
    } else {
      relation = env.context.relation(name);
      if (relation) env.context.reads.add(name);
      else {
        const allowed = [...env.named.keys(), ...env.context.relationNames()];
        env.context.report('sql-unknown-relation', range.location, { found: name, allowed });
      }
    }
  }
  return source(alias, relation ?? { kind: 'broken' }, range.alias?.colnames, env, range.location);
}

function bindSubselect(range: RangeSubselect, env: Env): Source | null {
  if (!range.subquery || !('SelectStmt' in range.subquery)) return null;
  const query = bindSelect(range.subquery.SelectStmt, env);
  const relation: Relation = { kind: 'query', columns: query.outputs.map((output) => output.name ?? ''), query };
  return source(range.alias?.aliasname ?? '', relation, range.alias?.colnames, env, firstLocation(range.subquery));
}

/** unnest and generate_series are the two functions that may stand for a relation; others read from outside. */
function bindFunction(range: RangeFunction, env: Env): Source {
  const first = range.functions?.[0];
  const call = first && 'List' in first ? first.List.items?.[0] : undefined;
  const uses = noUses();
  if (!call || !('FuncCall' in call) || range.is_rowsfrom || range.ordinality || range.coldeflist) {
    env.context.report('sql-not-supported', firstLocation(call), { words: { detail: 'this kind of relation' } });
    return nothing(range.alias?.aliasname ?? '');
  }
  const { funcname, args, location } = call.FuncCall;
  const name = (funcname ?? []).map((part) => text(part) ?? '').join('.');
  if (functions[name]?.kind !== 'set') env.context.report('sql-reads-file', location, { found: `${name}()` });
  for (const argument of args ?? []) bindExpression(argument, env, uses);
  const alias = range.alias?.aliasname ?? name;
  return source(alias, { kind: 'function', columns: [alias], uses }, range.alias?.colnames, env, location);
}

/** Stands for a relation that was refused, so that its columns are not reported as well. */
function nothing(alias: string): Source {
  return { alias, relation: { kind: 'broken' }, columns: [], optional: null };
}

function source(
  alias: string,
  relation: Relation,
  renamed: readonly Node[] | undefined,
  env: Env,
  location: number | undefined,
): Source {
  const columns = relation.kind === 'broken' ? [] : relation.columns;
  const names = (renamed ?? []).map((name) => text(name) ?? '');
  if (names.length > columns.length && relation.kind !== 'broken') {
    const detail = `${alias} has ${columns.length} columns and is given ${names.length} names`;
    env.context.report('sql-column-count', location, { words: { detail } });
  }
  return { alias, relation, columns: [...names, ...columns.slice(names.length)], optional: null };
}

function aliasPlace(items: readonly Node[]): number | undefined {
  return firstLocation(items.at(-1));
}
