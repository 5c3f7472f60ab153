import { open } from 'node:fs/promises';
import type { DeliveredFile } from '../source-file.ts';

/** The XML standards that are told apart by what a file begins with. */
export type XmlKind = 'ssda903' | 'cin-census';

const beginning = 1 << 14;

/** Which standard an XML file follows, by its first elements; null: none of these, or no XML. Its name says nothing. */
export async function xmlKindOf(file: DeliveredFile): Promise<XmlKind | null> {
  const text = await beginningOf(file.path);
  const bare = text.replace(/<!--.*?(-->|$)|<\?.*?(\?>|$)|<![^>[]*(\[[^\]]*\]\s*)?(>|$)/gs, '');
  const root = /^\s*<(?:[\w.-]+:)?([\w.-]+)/.exec(bare)?.[1]?.toLowerCase();
  if (root === 'expssda903') return 'ssda903';
  if (root === 'message' && /<(?:[\w.-]+:)?(Collection>\s*CIN\b|ChildIdentifiers|CINdetails)/i.test(bare))
    return 'cin-census';
  return null;
}

/** The first characters of a file; those beyond ASCII do not matter here. */
async function beginningOf(path: string): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(beginning), 0, beginning, 0);
    return buffer
      .subarray(0, bytesRead)
      .toString('latin1')
      .replaceAll('\0', '')
      .replace(/^(ÿþ|þÿ|ï»¿)/, '');
  } finally {
    await handle.close();
  }
}
