/** The keys of a pack file are kebab-case; in code they are camelCase. One schema serves both. */
export type CamelKey<K extends string> = K extends `${infer A}-${infer B}` ? `${A}${Capitalize<CamelKey<B>>}` : K;

export type Camel<T> = T extends readonly (infer E)[]
  ? Camel<E>[]
  : T extends object
    ? { [K in keyof T as K extends string ? CamelKey<K> : K]: Camel<T[K]> }
    : T;

/**
 * Renames the kebab-case keys of a parsed file to camelCase, at every depth; values are untouched.
 * Keys without a hyphen (column names, codes) stay as they are.
 *
 * @example camel({ 'measured-in': 'percent' }) // { measuredIn: 'percent' }
 */
export function camel<T>(value: T): Camel<T> {
  if (Array.isArray(value)) return value.map(camel) as Camel<T>;
  if (value === null || typeof value !== 'object') return value as Camel<T>;
  const renamed = Object.entries(value).map(([key, inner]) => [
    key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    camel(inner),
  ]);
  return Object.fromEntries(renamed) as Camel<T>;
}
