import type { CommentRule } from './comment-rules.ts';
import type { Context } from './context.ts';
import { standings } from './standings.ts';
import { unitName } from './units-at.ts';

/**
 * Why a comment is required of an indicator, to be read after "an indicator"; null where none is.
 *
 * @example 'whose status is “Red”'
 * @example 'with hotspots (North, South)'
 */
export function whyRequired(context: Context, indicator: string, required: CommentRule['required']): string | null {
  const status = context.judgement(indicator).status ?? 'none';
  if (required.includes(status)) return `whose status is “${context.labels.statuses[status]}”`;
  if (!required.includes('hotspot')) return null;
  const { hotspots } = standings(context, indicator);
  if (hotspots.length === 0) return null;
  const names = hotspots.map(({ unit }) => unitName(context, unit)).join(', ');
  return `with ${hotspots.length === 1 ? 'a hotspot' : 'hotspots'} (${names})`;
}
