/** The first place that a part of the tree gives. */
export function firstLocation(node: unknown): number | undefined {
  if (node === null || typeof node !== 'object') return undefined;
  if ('location' in node && typeof node.location === 'number' && node.location >= 0) return node.location;
  for (const inner of Object.values(node)) {
    const location = firstLocation(inner);
    if (location !== undefined) return location;
  }
  return undefined;
}
