/** Publications and verifications that are asked for on a page. */
export { PublishDesk, PublishDeskBusy, type PublishDeskOptions } from './desk.ts';
export { askedOf, isOpen, type Job, type JobState } from './job.ts';
export type { Asked, Checked, Signed, Step, Work } from './messages.ts';
