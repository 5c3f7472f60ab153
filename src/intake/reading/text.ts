import type { Reading } from './reading.ts';

/** Text and ids are kept as written, trimmed. */
export function textReading(v: string): Reading {
  return { plain: v, straight: null, value: v, problem: null, problems: [] };
}
