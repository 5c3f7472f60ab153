import type { z } from 'zod';
import type { Definition } from './model.ts';
import { camel } from './schema/camel.ts';
import type { indicatorSchema } from './schema/indicator.ts';
import type { Path } from './source/yaml-source.ts';

/** A version with its fields resolved, and where each field was last written. */
export interface ResolvedVersion {
  readonly from: string | null;
  readonly note: string;
  readonly comparable: boolean;
  readonly definition: Definition;
  /** Path in the file of the version; empty for the first. */
  readonly path: Path;
  /** Path in the file of the field that a path in the definition begins with. */
  locate(path: Path): Path;
}

/**
 * The versions of an indicator in date order, the first from the beginning: each takes over the one before it, field by
 * field, a field being replaced whole.
 */
export function resolveVersions(file: z.output<typeof indicatorSchema>): ResolvedVersion[] {
  const { id: _, versions, ...base } = file;
  const resolved: ResolvedVersion[] = [
    { from: null, note: '', comparable: true, definition: camel(base), path: [], locate: (path) => path },
  ];
  const dated = versions
    .map((version, index) => ({ version, index }))
    .toSorted((a, b) => (a.version.from < b.version.from ? -1 : a.version.from > b.version.from ? 1 : 0));
  for (const { version, index } of dated) {
    const { from, note, comparable, ...fields } = version;
    const before = resolved.at(-1);
    if (!before) break;
    resolved.push({
      from,
      note,
      comparable,
      definition: { ...before.definition, ...camel(fields) },
      path: ['versions', index],
      locate: (path) => {
        const [field] = path;
        return field !== undefined && field in fields ? ['versions', index, ...path] : before.locate(path);
      },
    });
  }
  return resolved;
}
