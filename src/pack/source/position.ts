import type { Place } from '../diagnostic.ts';

/** Line and column, both from 1, of an offset in UTF-16 units. */
export function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, offset));
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (const letter of before) if (letter === '\n') line++;
  return { line, column: before.length - lineStart + 1 };
}

export function placeOf(file: string, text: string, offset: number): Place {
  return { file, ...positionOf(text, offset) };
}

/** The SQL parser counts bytes of UTF-8; files are counted in UTF-16 units. */
export function offsetOfByte(text: string, byte: number): number {
  if (byte <= 0) return 0;
  return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, byte)).length;
}
