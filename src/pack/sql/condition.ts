import type { Node } from 'libpg-query';

const comparisons = new Set(['=', '<>', '!=', '<', '>', '<=', '>=', '~~', '!~~', '~~*', '!~~*']);
const conditionFunctions = new Set(['starts_with', 'bool_or', 'bool_and']);

/**
 * Whether an expression cannot be a condition: a sum, a count of days, a text. An engine may take any number but nought for
 * true, and the figure would be wrong without a word. A column, a cast or a subquery may be a condition and passes.
 *
 * @example isNoCondition(of('days_between(a, b)')) // true: meant was perhaps days_between(a, b) > 365
 */
export function isNoCondition(node: Node): boolean {
  if ('A_Const' in node) return node.A_Const.boolval === undefined && node.A_Const.isnull !== true;
  if ('A_Expr' in node) {
    const { kind, name = [] } = node.A_Expr;
    const [operator] = name;
    const text = operator && 'String' in operator ? (operator.String.sval ?? '') : '';
    return kind === 'AEXPR_OP' && !comparisons.has(text);
  }
  if ('FuncCall' in node) {
    const last = node.FuncCall.funcname?.at(-1);
    return !(last && 'String' in last && conditionFunctions.has(last.String.sval ?? ''));
  }
  return 'MinMaxExpr' in node;
}
