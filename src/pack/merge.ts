import type { Place } from './diagnostic.ts';
import type { Path, YamlSource } from './source/yaml-source.ts';

/** One thing of a pack (an indicator, a dataset, ...) with the files it came from, the child's before its parents'. */
export interface Item {
  readonly sources: readonly [YamlSource, ...YamlSource[]];
  /** The child's keys over the parents'. */
  readonly value: unknown;
}

/**
 * A child's value over its parent's: objects key by key at every depth, anything else replaced whole.
 *
 * @example override({ a: { b: 1, c: [1, 2] } }, { a: { c: [3] } }) // { a: { b: 1, c: [3] } }
 */
export function override(parent: unknown, child: unknown): unknown {
  if (!isRecord(parent) || !isRecord(child)) return child;
  const keys = [...new Set([...Object.keys(parent), ...Object.keys(child)])];
  return Object.fromEntries(
    keys.map((key) => [
      key,
      key in child ? (key in parent ? override(parent[key], child[key]) : child[key]) : parent[key],
    ]),
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

export function mergeItem(parent: Item | undefined, source: YamlSource): Item {
  if (!parent) return { sources: [source], value: source.value };
  return { sources: [source, ...parent.sources], value: override(parent.value, source.value) };
}

/** Where a path stands: in the file its value came from; where none has it, the nearest path above it. */
export function placeIn(item: Item, path: Path, part: 'key' | 'value' = 'value'): Place {
  const place = item.sources.find((source) => gives(source.value, path))?.place(path, part);
  if (place) return place;
  if (path.length > 0) return placeIn(item, path.slice(0, -1), 'key');
  return { file: item.sources[0].file, line: 1, column: 1 };
}

/** Where a letter of a text stands in the file that the text came from. */
export function placeInText(item: Item, path: Path, offset: number): Place {
  const source = item.sources.find((candidate) => gives(candidate.value, path));
  return source?.placeInText(path, offset) ?? placeIn(item, path);
}

/** Whether a file's value decides what stands at a path: it has the path, or a list above it, which replaces whole. */
function gives(value: unknown, path: Path): boolean {
  const [step, ...rest] = path;
  if (step === undefined || Array.isArray(value)) return true;
  return isRecord(value) && String(step) in value && gives(value[String(step)], rest);
}
