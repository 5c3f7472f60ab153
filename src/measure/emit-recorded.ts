import { literal, quoted } from '../warehouse/index.ts';
import type { Plan } from './plan.ts';

/** The ids, of those given, that stand in a relation that a plan reads; no condition and no window is asked. */
export function emitRecorded(plan: Plan, ids: readonly string[]): string {
  const lists = plan.kind === 'ratio' ? [plan.numerator, plan.denominator] : [plan.list];
  const wanted = ids.map(literal).join(', ');
  return lists
    .map(
      ({ from, id }) =>
        `select ${quoted(id)}::varchar as id from ${quoted(from)} where ${quoted(id)}::varchar in (${wanted})`,
    )
    .join('\nunion\n');
}
