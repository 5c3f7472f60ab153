import { basename } from 'node:path';

/** No file system here takes a longer name than 255 bytes; an ending and a counter fit beside this. */
const longest = 200;

/**
 * The name under which a delivered file is kept: its last part, without what a file system or a terminal could take for
 * something else. Null where nothing is left of it. Names decide what a file is taken for, so they are kept otherwise.
 */
export function safeName(given: string): string | null {
  const last = basename(given.replaceAll('\\', '/'));
  const plain = last
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*/]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (plain === '') return null;
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 ? plain.slice(dot).slice(0, 12) : '';
  let stem = dot > 0 ? plain.slice(0, dot) : plain;
  while (Buffer.byteLength(stem + ending) > longest) stem = stem.slice(0, -1);
  return stem + ending;
}
