import type { Month } from '../calendar/index.ts';
import { needMonth } from './forms.ts';
import { threadOf } from './ledger.ts';

/** Where a comment stands. Without an indicator it is about the report as a whole. */
export interface CommentaryKey {
  readonly report: string;
  readonly indicator: string | null;
  readonly unit: string;
  readonly month: Month;
  /** The heading of the report's own: cause, action, effect, forecast … */
  readonly heading: string;
}

/** The name of the thread of a comment. */
export const commentThread = (key: CommentaryKey): string =>
  threadOf(key.report, key.indicator, key.unit, needMonth(key.month), key.heading);

/** The key behind the name of a thread. */
export function commentKey(thread: string): CommentaryKey {
  const [report = '', indicator = '', unit = '', month = '', heading = ''] = thread.split('/').map(decodeURIComponent);
  return { report, indicator: indicator === '' ? null : indicator, unit, month, heading };
}
