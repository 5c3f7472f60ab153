/**
 * The synthetic county: a whole children's service made up from a seed.
 * The same options give the same bytes on every machine; nothing here reads a clock.
 */
export type { DefectCount } from './defects.ts';
export { type AuthorityWritten, type DemoOptions, writeDemo } from './write-demo.ts';
