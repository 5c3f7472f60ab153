import type { Node } from 'libpg-query';
import { bindExpression } from './bind-expression.ts';
import { noUses, type Uses } from './bound.ts';
import { parseSelect, type SqlProblem } from './parse.ts';
import type { Env } from './scope.ts';

const opening = 'select (';

/** Locations in the tree of an expression count from the text it is wrapped in. */
export const expressionShift = opening.length;

/** Parses one expression: a text that would stand in a select list by itself. Offsets are those of the expression. */
export function parseExpression(text: string): { node: Node | null; problem: SqlProblem | null } {
  const { select, problem } = parseSelect(`${opening}${text})`);
  if (problem) {
    const offset = Math.max(0, Math.min(problem.offset - opening.length, text.length));
    const code = problem.code === 'sql-not-one-select' ? 'sql-not-one-expression' : problem.code;
    const words =
      problem.offset - opening.length >= text.length ? { detail: 'the expression ends too early' } : problem.words;
    return { node: null, problem: { ...problem, code, offset, words } };
  }
  const { targetList, op, limitOption, ...rest } = select;
  const [target, second] = targetList ?? [];
  const node = target && 'ResTarget' in target && !target.ResTarget.name ? target.ResTarget.val : undefined;
  const alone =
    !second && op === 'SETOP_NONE' && limitOption === 'LIMIT_OPTION_DEFAULT' && Object.keys(rest).length === 0;
  if (node && alone) return { node, problem: null };
  return { node: null, problem: { code: 'sql-not-one-expression', offset: 0 } };
}

/** Binds a parsed expression in a scope. */
export function bindIn(node: Node, env: Env): Uses {
  const uses = noUses();
  bindExpression(node, env, uses);
  return uses;
}
