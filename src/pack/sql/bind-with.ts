import type { CommonTableExpr, SelectStmt, WithClause } from 'libpg-query';
import { text } from './bind-expression.ts';
import { addArm, bindSelect } from './bind-select.ts';
import { type BoundQuery, emptyQuery } from './bound.ts';
import type { Env } from './scope.ts';

/** Adds the queries of a with clause to the names in scope; each sees those before it. */
export function bindNamed(clause: WithClause, env: Env): Env {
  const named = new Map(env.named);
  for (const node of clause.ctes ?? []) {
    if (!('CommonTableExpr' in node)) continue;
    const cte = node.CommonTableExpr;
    const select = cte.ctequery && 'SelectStmt' in cte.ctequery ? cte.ctequery.SelectStmt : null;
    if (!select) {
      env.context.report('sql-not-one-select', cte.location, { words: { detail: 'a with that changes data' } });
      continue;
    }
    if (cte.search_clause || cte.cycle_clause) {
      env.context.report('sql-not-supported', cte.location, { words: { detail: 'search and cycle' } });
    }
    bindOne(cte, select, { ...env, named }, named, clause.recursive === true);
  }
  return { ...env, named };
}

type Named = Map<string, { readonly columns: readonly string[]; readonly query: BoundQuery }>;

function bindOne(cte: CommonTableExpr, select: SelectStmt, env: Env, named: Named, recursive: boolean): void {
  const name = cte.ctename ?? '';
  const columnsOf = (query: BoundQuery): string[] => {
    const given = (cte.aliascolnames ?? []).map((node) => text(node) ?? '');
    return query.outputs.map((output, index) => given[index] ?? output.name ?? '');
  };
  if (!(recursive && select.larg && select.rarg && !select.withClause && !select.sortClause)) {
    const query = bindSelect(select, env);
    named.set(name, { columns: columnsOf(query), query });
    return;
  }
  // The second side of a recursive query reads the whole query, whose columns the first side gives.
  const query = emptyQuery();
  addArm(query, bindSelect(select.larg, env));
  query.everyOutput = select.op !== 'SETOP_UNION' || select.all !== true;
  named.set(name, { columns: columnsOf(query), query });
  addArm(query, bindSelect(select.rarg, { ...env, named }), () => cte.location, env);
}
