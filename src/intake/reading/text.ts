import type { Reading } from './reading.ts';

/** Text and ids are kept as written, trimmed. */
export function textReading(v: string): Reading {
  return { straight: null, value: v, problem: null, problems: [] };
}
