import type { z } from 'zod';
import { type Diagnostic, diagnose } from './diagnostic.ts';
import { type Item, isRecord, placeIn } from './merge.ts';
import { keysAt } from './schema/at.ts';
import type { Path } from './source/yaml-source.ts';

type Issue = z.core.$ZodIssue;

/** Checks a value against its schema: the value with its defaults, or null and what is wrong with it. */
export function validate<S extends z.ZodType>(
  schema: S,
  item: Item,
): { value: z.output<S> | null; diagnostics: Diagnostic[] } {
  const result = schema.safeParse(item.value);
  if (result.success) return { value: result.data, diagnostics: [] };
  return { value: null, diagnostics: result.error.issues.flatMap((issue) => explain(schema, item, issue, [])) };
}

function explain(schema: z.ZodType, item: Item, issue: Issue, above: Path): Diagnostic[] {
  const path = [...above, ...issue.path];
  const detail = pathText(path);
  const value = valueAt(item.value, path);
  const found = show(value);
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysAt(schema, path);
    const words = { detail: path.length === 0 ? 'this file' : detail };
    return issue.keys.map((key) =>
      diagnose('unknown-key', placeIn(item, [...path, key], 'key'), { found: key, allowed, words }),
    );
  }
  if (issue.code === 'invalid_union') {
    return bestBranch(issue.errors, value).flatMap((inner) => explain(schema, item, inner, path));
  }
  if (value === undefined) return [diagnose('missing-key', placeIn(item, path), { words: { detail } })];
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    return [diagnose('wrong-value', placeIn(item, path), { found, allowed, words: { detail } })];
  }
  if (issue.code === 'invalid_type') {
    const words = { detail, expected: article(issue.expected) };
    return [diagnose('wrong-type', placeIn(item, path), { found, words })];
  }
  const part = issue.code === 'invalid_key' ? 'key' : 'value';
  const expected = expectation(issue);
  const shown = part === 'key' ? String(path.at(-1)) : found;
  return [diagnose('wrong-form', placeIn(item, path, part), { found: shown, words: { detail, expected } })];
}

/** Of the branches of a union the one that the value comes nearest to: not refused outright for its type. */
function bestBranch(branches: readonly (readonly Issue[])[], value: unknown): readonly Issue[] {
  const outright = (issues: readonly Issue[]) =>
    issues.some((issue) => issue.path.length === 0 && issue.code === 'invalid_type');
  const candidates = branches.filter((issues) => !outright(issues));
  const strangers = (issues: readonly Issue[]) =>
    issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
  const [best] = (candidates.length > 0 ? candidates : branches).toSorted((a, b) => strangers(a) - strangers(b));
  return value === undefined ? (branches[0] ?? []).slice(0, 1) : (best ?? []);
}

function expectation(issue: Issue): string {
  if (issue.code === 'invalid_key') return issue.issues.map((inner) => inner.message).join(', ');
  if (issue.code === 'too_small') return `at least ${issue.minimum}`;
  if (issue.code === 'too_big') return `at most ${issue.maximum}`;
  return issue.message;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'a group of keys',
  record: 'a group of keys',
  array: 'a list',
  tuple: 'a list of two',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

function article(expected: string): string {
  return kinds[expected] ?? expected;
}

export function pathText(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step + 1}]` : `${index > 0 ? '.' : ''}${String(step)}`))
    .join('');
}

function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const step of path) {
    if (Array.isArray(here)) here = here[Number(step)];
    else if (isRecord(here)) here = here[String(step)];
    else return undefined;
  }
  return here;
}

function show(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return isRecord(value) ? 'a group of keys' : String(value);
}
