/** Loads that are asked for on a page. */
export { DeskBusy, type DeskOptions, LoadDesk, type Said } from './desk.ts';
export { isOpen, type Job, type JobState, partDone } from './job.ts';
export { bytesInWords, uploadLimits } from './limits.ts';
export type { LoadedExtract, LoadedTable, LoadFinding, LoadOutcome } from './messages.ts';
export { timeLeft } from './time-left.ts';
export { type IncomingFile, type ReceivedFile, UploadRefusal } from './upload-folder.ts';
