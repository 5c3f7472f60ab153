/** Facts in words, tied to figures. Pure. */
export * from './text.ts';
