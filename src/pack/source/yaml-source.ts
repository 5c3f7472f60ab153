import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
} from 'yaml';
import { type Diagnostic, diagnose, type Place } from '../diagnostic.ts';

export type Path = readonly PropertyKey[];

/** A YAML file with its values and where each of them stands. */
export interface YamlSource {
  readonly file: string;
  /** Keys are kept as written (a code 01 stays 01). */
  readonly value: unknown;
  /** Where a value stands, or its key; null where the file has no such path. */
  place(path: Path, part: 'key' | 'value'): Place | null;
  /** Where a letter of a text value stands in the file; null where the file has no such text. */
  placeInText(path: Path, offset: number): Place | null;
}

/** Parses a YAML file; null with diagnostics where it is not readable. */
export function yamlSource(file: string, text: string): { source: YamlSource | null; diagnostics: Diagnostic[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const diagnostics = document.errors.map((error) =>
    diagnose('yaml-syntax', placeAt(error.pos[0]), { words: { detail: error.message } }),
  );
  if (diagnostics.length > 0) return { source: null, diagnostics };
  const source: YamlSource = {
    file,
    value: plain(document.contents, document),
    place(path, part) {
      const found = find(document, path);
      if (found === null) return null;
      const node = part === 'key' ? (found.key ?? found.node) : (found.node ?? found.key);
      return placeAt(node?.range?.[0] ?? 0);
    },
    placeInText(path, offset) {
      const node = find(document, path)?.node;
      if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return null;
      return placeAt(node.range[0] + rawOffset(text.slice(node.range[0], node.range[1]), node, offset));
    },
  };
  return { source, diagnostics };
}

interface Found {
  readonly key: Node | null;
  readonly node: Node | null;
}

function find(document: Document, path: Path): Found | null {
  let found: Found = { key: null, node: document.contents as Node | null };
  for (const step of path) {
    const node = resolve(found.node, document);
    if (isMap(node)) {
      const pair = node.items.find((item) => keyText(item.key) === String(step));
      if (!pair) return null;
      found = { key: pair.key as Node | null, node: pair.value as Node | null };
    } else if (isSeq(node) && typeof step === 'number' && step < node.items.length) {
      found = { key: null, node: node.items[step] as Node | null };
    } else return null;
  }
  return found;
}

function resolve(node: unknown, document: Document): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

function keyText(key: unknown): string {
  return isScalar(key) ? (key.source ?? String(key.value)) : String(key);
}

function plain(node: unknown, document: Document): unknown {
  const here = resolve(node, document);
  if (isMap(here)) {
    return Object.fromEntries(here.items.map((pair) => [keyText(pair.key), plain(pair.value, document)]));
  }
  if (isSeq(here)) return here.items.map((item) => plain(item, document));
  return isScalar(here) ? here.value : null;
}

/**
 * Where a letter of a text stands in its written form. Folding changes only the white space between words, so letters
 * other than white space are paired one for one; where quotes or escapes break that, the text's beginning is given.
 */
function rawOffset(raw: string, node: Scalar, offset: number): number {
  const value = String(node.value);
  const header = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL' ? raw.indexOf('\n') + 1 : 0;
  let at = header + (node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE' ? 1 : 0);
  const isSpace = (letter: string | undefined) => letter !== undefined && /\s/.test(letter);
  for (let i = 0; i <= offset && i < value.length; i++) {
    if (isSpace(value[i])) continue;
    while (isSpace(raw[at])) at++;
    if (node.type === 'QUOTE_SINGLE' && raw[at] === "'" && raw[at + 1] === "'") at++;
    if (raw[at] !== value[i]) return 0;
    if (i === offset) return at;
    at++;
  }
  return Math.min(at, raw.length);
}
