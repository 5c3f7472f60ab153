import type { CollectedFigure, Definition } from './model.ts';

/**
 * What keeps numbers from being a figure of an indicator, in words; null where they are one. A count has a numerator or a
 * value; every other figure has a numerator with its denominator, or a value.
 *
 * @example figureProblem('percent', { numerator: 5 }) // 'there is a numerator without a denominator'
 */
export function figureProblem(
  measuredIn: Definition['measuredIn'],
  { numerator, denominator, value }: Partial<Pick<CollectedFigure, 'numerator' | 'denominator' | 'value'>>,
): string | null {
  if (numerator === undefined && value === undefined) return 'there is neither a numerator nor a value';
  if (denominator !== undefined && denominator < 0) return 'the denominator is below nought';
  if (measuredIn === 'count') return denominator === undefined ? null : 'a count has no denominator';
  if (numerator !== undefined && denominator === undefined) return 'there is a numerator without a denominator';
  const percent = numerator !== undefined && denominator ? (numerator * 100) / denominator : value;
  const outside = percent !== undefined && (percent < 0 || percent > 100);
  return measuredIn === 'percent' && outside ? 'a percentage lies between 0 and 100' : null;
}
