/** What people need at hand when they comment on a report. Pure. */
export { type CommentDesk, commentDesk, plainHeading } from './comment-desk.ts';
export type { CommentPlace } from './place.ts';
