import { addDays, addMonths } from '../calendar/index.ts';

/**
 * First day of the window of a table whose format says how far it reaches back from the as-at date.
 *
 * @example windowStart('six-months', '2021-03-31') // '2020-10-01'
 */
export function windowStart(window: 'six-months' | 'as-at', asAt: string): string {
  return window === 'as-at' ? asAt : addMonths(addDays(asAt, 1), -6);
}
