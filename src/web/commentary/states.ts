import type { CommentPlace } from '../../document/index.ts';
import type { Comment, CommentaryState } from '../../store/index.ts';

/** Where what a report asks for stands: to be written, being written, with the approver, done; or not written and not required. */
export type Standing = 'missing' | 'returned' | 'draft' | 'submitted' | 'approved' | 'none';

export const standingWords: Readonly<Record<Standing, string>> = {
  missing: 'To write',
  returned: 'Returned',
  draft: 'Draft',
  submitted: 'Submitted',
  approved: 'Approved',
  none: 'Not written',
};

/** How a person is told what a state means and what comes next. */
export const stateWords: Readonly<Record<CommentaryState, string>> = {
  none: 'Not written',
  draft: 'Draft',
  submitted: 'Submitted',
  returned: 'Returned',
  approved: 'Approved',
};

/** The headings of a place: those that are asked for, and others that somebody has written under. */
export function headingsOf(place: CommentPlace, comments: readonly Comment[]): readonly string[] {
  return [...new Set([...place.headings, ...comments.map(({ key }) => key.heading)])];
}

/** The standing of a whole place is that of its heading that is furthest back. */
export function standingOf(place: CommentPlace, comments: readonly Comment[]): Standing {
  const states = new Set(comments.map(({ state }) => state));
  const written = new Set(comments.map(({ key }) => key.heading));
  const isMissing = place.required !== null && place.headings.some((heading) => !written.has(heading));
  if (states.has('returned')) return 'returned';
  if (isMissing) return states.size === 0 ? 'missing' : 'draft';
  return (['draft', 'submitted', 'approved'] as const).find((state) => states.has(state)) ?? 'none';
}

/** Which headings stand where, in words: 'Cause and Action: draft; Forecast: not written'. */
export function headingStates(place: CommentPlace, comments: readonly Comment[]): string {
  const stateOf = new Map(comments.map(({ key, state }) => [key.heading, state]));
  const headings = headingsOf(place, comments);
  const byState = Map.groupBy(headings, (heading) => stateOf.get(heading) ?? 'none');
  if (byState.size < 2 && headings.length < 2) return '';
  return [...byState].map(([state, same]) => `${listed(same)}: ${stateWords[state].toLowerCase()}`).join('; ');
}

/** @example listed(['Cause', 'Action', 'Forecast']) // 'Cause, Action and Forecast' */
export const listed = (words: readonly string[]): string => words.join(', ').replace(/, ([^,]*)$/, ' and $1');
