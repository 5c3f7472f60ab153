/** Files of documents, made once and kept: how many are made at once, and how much is kept, has a limit. */
export { type FileState, MadeFiles, type MadeFilesOptions, TooManyWaiting } from './made-files.ts';
