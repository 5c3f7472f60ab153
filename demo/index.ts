/**
 * Synthetic services, each made up from a seed: a county with a whole children's service, and other kinds of agency.
 * The same options give the same bytes on every machine; nothing here reads a clock.
 */

export type { DefectCount } from './defects.ts';
export { type Demo, demos, type WriteOptions, type Written } from './demos.ts';
export { type AuthorityWritten, type DemoOptions, writeDemo } from './write-demo.ts';
