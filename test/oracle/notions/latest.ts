/** Code-point order: negative where a comes before b. Case and language play no part. */
export function byCodePoint(a: string, b: string): number {
  const left = [...a].map((letter) => letter.codePointAt(0) ?? 0);
  const right = [...b].map((letter) => letter.codePointAt(0) ?? 0);
  for (let place = 0; place < Math.min(left.length, right.length); place++) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** The item with the latest date, among those of one day the one with the highest id; null of nothing. */
export function latest<T>(
  items: readonly T[],
  dateOf: (item: T) => string | null,
  idOf: (item: T) => string | null,
): T | null {
  const inOrder = [...items].sort(
    (a, b) => byCodePoint(dateOf(a) ?? '', dateOf(b) ?? '') || byCodePoint(idOf(a) ?? '', idOf(b) ?? ''),
  );
  return inOrder.at(-1) ?? null;
}
