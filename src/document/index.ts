/** Report definition to document tree. Pure. */
export * from './table.ts';
export * from './tree.ts';
export { paragraph, plainText, text } from './words.ts';
