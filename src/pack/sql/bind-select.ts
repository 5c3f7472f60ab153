import type { Node, ResTarget, SelectStmt } from 'libpg-query';
import { bindExpression, bindWindow, text } from './bind-expression.ts';
import { bindFrom } from './bind-from.ts';
import { bindNamed } from './bind-with.ts';
import { type BoundQuery, emptyQuery, noUses, type Output, type Source, type Uses } from './bound.ts';
import { firstLocation } from './location.ts';
import { type Env, findSource } from './scope.ts';

/** Resolves every name of a select, a union of selects or a list of values. */
export function bindSelect(select: SelectStmt, env: Env): BoundQuery {
  const inner = select.withClause ? bindNamed(select.withClause, env) : env;
  refuseEffects(select, env);
  if (select.larg && select.rarg) return bindUnion(select, select.larg, select.rarg, inner);
  if (select.valuesLists) return bindValues(select.valuesLists, inner);
  return bindPlain(select, inner);
}

function refuseEffects(select: SelectStmt, env: Env): void {
  if (select.intoClause) {
    const location = firstLocation(select.intoClause);
    env.context.report('sql-not-one-select', location, { words: { detail: 'a select into' } });
  }
  if (select.lockingClause) {
    env.context.report('sql-not-one-select', firstLocation(select), { words: { detail: 'a select for update' } });
  }
}

function bindPlain(select: SelectStmt, env: Env): BoundQuery {
  const from = bindFrom(select.fromClause ?? [], env);
  const here: Env = { ...env, scope: { sources: from.sources, outer: env.scope } };
  const query: BoundQuery = { ...emptyQuery(), always: from.on };
  query.sources.push(...from.sources.filter((source) => source.optional === null));
  query.outputs = (select.targetList ?? []).flatMap((target) => bindTarget(target, here, from.sources));
  const visit = (node: Node | undefined) => bindExpression(node, here, query.always);
  visit(select.whereClause);
  visit(select.havingClause);
  for (const node of select.groupClause ?? []) bindOutputOr(node, query, here, 'column');
  for (const window of select.windowClause ?? []) if ('WindowDef' in window) bindWindow(window.WindowDef, visit);
  bindOrder(select, query, here);
  const distinct = select.distinctClause ?? [];
  const distinctOn = distinct.filter((node) => Object.keys(node).length > 0);
  query.everyOutput = distinct.length > 0 && distinctOn.length === 0;
  for (const node of distinctOn) bindOutputOr(node, query, here, 'output');
  return query;
}

function bindOrder(select: SelectStmt, query: BoundQuery, env: Env): void {
  for (const item of select.sortClause ?? []) {
    if ('SortBy' in item && item.SortBy.node) bindOutputOr(item.SortBy.node, query, env, 'output');
  }
  bindExpression(select.limitCount, env, query.always);
  bindExpression(select.limitOffset, env, query.always);
}

/**
 * A bare name or number in group by and order by may mean an output. In order by the output goes first, in group by the
 * column of a relation; a number is the place of an output.
 */
function bindOutputOr(node: Node, query: BoundQuery, env: Env, first: 'output' | 'column'): void {
  const take = (output: Output | undefined) => {
    query.always.columns.push(...(output?.uses.columns ?? []));
    query.always.queries.push(...(output?.uses.queries ?? []));
  };
  if ('A_Const' in node && node.A_Const.ival) {
    take(query.outputs[(node.A_Const.ival.ival ?? 0) - 1]);
    return;
  }
  const fields = 'ColumnRef' in node ? (node.ColumnRef.fields ?? []) : [];
  const name = fields.length === 1 ? text(fields[0]) : undefined;
  const output = name === undefined ? undefined : query.outputs.find((candidate) => candidate.name === name);
  const column = name !== undefined && (env.scope?.sources ?? []).some((source) => source.columns.includes(name));
  if (output && (first === 'output' || !column)) take(output);
  else bindExpression(node, env, query.always);
}

function bindTarget(target: Node, env: Env, sources: readonly Source[]): Output[] {
  if (!('ResTarget' in target)) return [];
  const { val, name } = target.ResTarget;
  const fields = val && 'ColumnRef' in val ? (val.ColumnRef.fields ?? []) : [];
  if (fields.some((field) => 'A_Star' in field)) return star(fields, target.ResTarget, env, sources);
  const uses = noUses();
  bindExpression(val, env, uses);
  return [{ name: name ?? text(fields.at(-1)) ?? null, uses }];
}

/** select * and select alias.*, written out. */
function star(fields: readonly Node[], target: ResTarget, env: Env, sources: readonly Source[]): Output[] {
  const alias = fields.length > 1 ? text(fields[0]) : undefined;
  let meant = sources;
  if (alias !== undefined) {
    const source = findSource(env, alias);
    if (!source) {
      const allowed = sources.map((other) => other.alias);
      env.context.report('sql-unknown-alias', target.location, { found: alias, allowed });
      return [];
    }
    meant = [source];
  }
  return meant.flatMap((source) =>
    source.columns.map((name, index) => ({ name, uses: { columns: [{ source, index }], queries: [] } })),
  );
}

function bindUnion(select: SelectStmt, larg: SelectStmt, rarg: SelectStmt, env: Env): BoundQuery {
  const query = emptyQuery();
  addArm(query, bindSelect(larg, env));
  addArm(query, bindSelect(rarg, env), () => firstLocation(rarg), env);
  query.everyOutput = select.op !== 'SETOP_UNION' || select.all !== true;
  bindOrder(select, query, { ...env, scope: null });
  return query;
}

/** Adds an arm of a union: its outputs feed those of the union, place by place. The first arm names them. */
export function addArm(query: BoundQuery, arm: BoundQuery, place?: () => number | undefined, env?: Env): void {
  const columns = arm.outputs.map((output) => output.name ?? '');
  const source: Source = { alias: '', relation: { kind: 'query', columns, query: arm }, columns, optional: null };
  const isFirst = query.sources.length === 0;
  query.sources.push(source);
  if (isFirst) {
    query.outputs = arm.outputs.map(({ name }, index) => ({ name, uses: use(source, index) }));
    return;
  }
  if (arm.outputs.length !== query.outputs.length && env) {
    const detail = `the sides of this union have ${query.outputs.length} and ${arm.outputs.length} columns`;
    env.context.report('sql-column-count', place?.(), { words: { detail } });
  }
  query.outputs.forEach((output, index) => {
    if (index < arm.outputs.length) output.uses.columns.push({ source, index });
  });
}

function use(source: Source, index: number): Uses {
  return { columns: [{ source, index }], queries: [] };
}

function bindValues(rows: readonly Node[], env: Env): BoundQuery {
  const query = emptyQuery();
  const lists = rows.map((row) => ('List' in row ? (row.List.items ?? []) : []));
  query.outputs = (lists[0] ?? []).map((_, index) => ({ name: `column${index + 1}`, uses: noUses() }));
  for (const list of lists) {
    list.forEach((node, index) => {
      bindExpression(node, env, query.outputs[index]?.uses ?? query.always);
    });
  }
  return query;
}
