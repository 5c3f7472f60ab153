import { formatAmount } from '../../judgement/index.ts';
import type { DueCase } from '../../measure/index.ts';
import type { When } from './filter.ts';
import type { DueIndicator } from './model.ts';

/**
 * @param asAt a last day on a Friday is past on the Saturday, though no working day has gone by
 * @example leftInWords({ left: -2, counts: 'working-days', … }, '2026-10-31') // '2 working days late'
 */
export function leftInWords({ dueOn, left, counts }: Pick<DueCase, 'dueOn' | 'left' | 'counts'>, asAt: string): string {
  if (left === 0) return dueOn < asAt ? 'late, by no working day yet' : 'last day';
  const days = Math.abs(left);
  const unit = `${counts === 'working-days' ? 'working ' : ''}${days === 1 ? 'day' : 'days'}`;
  return `${days.toLocaleString('en-GB')} ${unit} ${left < 0 ? 'late' : 'left'}`;
}

/** How far a case that is late moves its figure, in words: '0.4 points lower'; a swing too small to print is said so. */
export function effectInWords({ effect }: Pick<DueIndicator, 'effect'>): string {
  if (effect.how === 'counted') return 'one more';
  const way = effect.how === 'into-numerator' ? 'higher' : 'lower';
  if (effect.swing === null) return way;
  const points = Math.round(effect.swing * 10) / 10;
  if (points === 0) return `less than 0.1 points ${way}`;
  return `${formatAmount(points)} ${points === 1 ? 'point' : 'points'} ${way}`;
}

export const whenInWords: Readonly<Record<When, string>> = {
  due: 'Late, or due in 28 days',
  late: 'Late',
  week: 'Due in 7 days',
  month: 'Due in 28 days',
  all: 'All that waits',
};
