import type { A_Expr, ColumnRef, FuncCall, Node, SubLink, TypeCast, WindowDef } from 'libpg-query';
import { bindSelect } from './bind-select.ts';
import type { Uses } from './bound.ts';
import { castTypes, clockFunctions, dateParts, functions, grammarNames, operators } from './functions.ts';
import { firstLocation } from './location.ts';
import { type Env, resolveColumn } from './scope.ts';

type Visit = (node: Node | undefined) => void;

/** Resolves every name in an expression, notes what it reads, and reports what is not in the SQL of a pack. */
export function bindExpression(node: Node | undefined, env: Env, uses: Uses): void {
  if (node === undefined) return;
  const visit: Visit = (inner) => bindExpression(inner, env, uses);
  const all = (nodes: readonly Node[] | undefined) => nodes?.forEach(visit);
  if ('ColumnRef' in node) bindColumn(node.ColumnRef, env, uses);
  else if ('A_Const' in node) return;
  else if ('A_Expr' in node) bindOperator(node.A_Expr, env, visit);
  else if ('BoolExpr' in node) all(node.BoolExpr.args);
  else if ('NullTest' in node) visit(node.NullTest.arg);
  else if ('BooleanTest' in node) visit(node.BooleanTest.arg);
  else if ('List' in node) all(node.List.items);
  else if ('CoalesceExpr' in node) all(node.CoalesceExpr.args);
  else if ('MinMaxExpr' in node) all(node.MinMaxExpr.args);
  else if ('A_ArrayExpr' in node) all(node.A_ArrayExpr.elements);
  else if ('CaseExpr' in node) {
    visit(node.CaseExpr.arg);
    all(node.CaseExpr.args);
    visit(node.CaseExpr.defresult);
  } else if ('CaseWhen' in node) {
    visit(node.CaseWhen.expr);
    visit(node.CaseWhen.result);
  } else if ('SortBy' in node) visit(node.SortBy.node);
  else if ('TypeCast' in node) bindCast(node.TypeCast, env, visit);
  else if ('FuncCall' in node) bindCall(node.FuncCall, env, visit);
  else if ('SubLink' in node) bindSubquery(node.SubLink, env, uses, visit);
  else if ('SQLValueFunction' in node) {
    const found = (node.SQLValueFunction.op ?? '').replace('SVFOP_', '').toLowerCase();
    env.context.report('sql-reads-clock', node.SQLValueFunction.location, { found });
  } else refuse(node, env);
}

function refuse(node: Node, env: Env): void {
  const detail = unsupported[Object.keys(node)[0] ?? ''] ?? 'this expression';
  env.context.report('sql-not-supported', firstLocation(node), { words: { detail } });
}

const unsupported: Readonly<Record<string, string>> = {
  A_Indirection: 'taking a part of a value',
  RowExpr: 'a row of values',
  ParamRef: 'a parameter ($1)',
  CollateClause: 'collate',
  GroupingSet: 'grouping sets, rollup or cube',
  GroupingFunc: 'grouping()',
  XmlExpr: 'XML',
  A_Star: '*',
};

function bindColumn(reference: ColumnRef, env: Env, uses: Uses): void {
  const fields = reference.fields ?? [];
  const names = fields.map((field) => ('String' in field ? (field.String.sval ?? '') : '*'));
  const [first = '', second] = names;
  if (names.includes('*') || names.length > 2) {
    env.context.report('sql-not-supported', reference.location, { words: { detail: names.join('.') } });
  } else if (second === undefined) resolveColumn(env, null, first, reference.location, uses);
  else resolveColumn(env, first, second, reference.location, uses);
}

/** Kinds of operator expression that carry a name of their own in the tree. */
const named: readonly string[] = ['AEXPR_BETWEEN', 'AEXPR_NOT_BETWEEN', 'AEXPR_BETWEEN_SYM', 'AEXPR_NOT_BETWEEN_SYM'];

function bindOperator(expression: A_Expr, env: Env, visit: Visit): void {
  const name = text(expression.name?.at(-1)) ?? '';
  if (expression.kind === 'AEXPR_SIMILAR') {
    env.context.report('sql-not-supported', expression.location, { words: { detail: 'similar to' } });
  } else if (!named.includes(expression.kind ?? '') && !operators.includes(name)) {
    env.context.report('sql-operator-not-allowed', expression.location, { found: name });
  }
  visit(expression.lexpr);
  visit(expression.rexpr);
}

function bindCast(cast: TypeCast, env: Env, visit: Visit): void {
  const name = text(cast.typeName?.names?.at(-1)) ?? '';
  if (!(name in castTypes) || cast.typeName?.arrayBounds) {
    const allowed = Object.values(castTypes);
    env.context.report('sql-type-not-allowed', cast.typeName?.location, { found: name, allowed });
  }
  visit(cast.arg);
}

function bindCall(call: FuncCall, env: Env, visit: Visit): void {
  const path = (call.funcname ?? []).map((part) => text(part) ?? '');
  const last = path.at(-1) ?? '';
  const written = call.funcformat === 'COERCE_SQL_SYNTAX' ? (grammarNames[last] ?? last) : path.join('.');
  const known = functions[written];
  if (clockFunctions.includes(last)) env.context.report('sql-reads-clock', call.location, { found: `${last}()` });
  else if (!known) {
    const allowed = Object.keys(functions);
    env.context.report('sql-function-not-allowed', call.location, { found: written, allowed });
  } else if (known.kind === 'set') {
    env.context.report('sql-not-supported', call.location, { words: { detail: `${written} outside from` } });
  } else if (env.rowwise && (call.over || known.kind === 'aggregate' || known.kind === 'window')) {
    const detail = `${written} outside a subquery, in an expression about one row,`;
    env.context.report('sql-not-supported', call.location, { words: { detail } });
  } else if (call.func_variadic || call.agg_within_group) {
    env.context.report('sql-not-supported', call.location, { words: { detail: 'variadic or within group' } });
  } else if (written === 'extract') checkDatePart(call, env);
  call.args?.forEach(visit);
  call.agg_order?.forEach(visit);
  visit(call.agg_filter);
  bindWindow(call.over, visit);
}

function checkDatePart(call: FuncCall, env: Env): void {
  const part = call.args?.[0];
  const name = part && 'A_Const' in part ? (part.A_Const.sval?.sval ?? '') : '';
  if (dateParts.includes(name)) return;
  env.context.report('sql-not-supported', call.location, { words: { detail: `extract(${name} from ...)` } });
}

/** The parts of a window that name columns. */
export function bindWindow(window: WindowDef | undefined, visit: Visit): void {
  window?.partitionClause?.forEach(visit);
  window?.orderClause?.forEach(visit);
  visit(window?.startOffset);
  visit(window?.endOffset);
}

function bindSubquery(link: SubLink, env: Env, uses: Uses, visit: Visit): void {
  visit(link.testexpr);
  const select = link.subselect && 'SelectStmt' in link.subselect ? link.subselect.SelectStmt : null;
  if (!select) return;
  if (link.subLinkType === 'ARRAY_SUBLINK' || link.subLinkType === 'MULTIEXPR_SUBLINK') {
    env.context.report('sql-not-supported', link.location, { words: { detail: 'array(select ...)' } });
  }
  const query = bindSelect(select, { ...env, rowwise: false });
  uses.queries.push({ query, values: link.subLinkType !== 'EXISTS_SUBLINK' });
}

/** The text of a name in the tree. */
export function text(node: Node | undefined): string | undefined {
  return node && 'String' in node ? node.String.sval : undefined;
}
