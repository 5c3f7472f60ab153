/**
 * Moves labels apart so that none overlaps another: each keeps its order and the space it takes, as close to the
 * wished place as that allows, and within low and high as long as they fit. Places are the labels' middles; sizes are
 * the heights they take, one for all or one for each.
 */
export function spread(
  wished: readonly number[],
  sizes: number | readonly number[],
  low: number,
  high: number,
): number[] {
  const sizeOf = (index: number): number => (typeof sizes === 'number' ? sizes : (sizes[index] ?? 0));
  const order = wished
    .map((place, index) => ({ place, index, half: sizeOf(index) / 2 }))
    .sort((a, b) => a.place - b.place || a.index - b.index);
  for (const [at, label] of order.entries()) {
    const before = order[at - 1];
    label.place = Math.max(label.place, before === undefined ? low : before.place + before.half + label.half);
  }
  for (const [at, label] of [...order.entries()].reverse()) {
    const after = order[at + 1];
    label.place = Math.min(label.place, after === undefined ? high : after.place - after.half - label.half);
  }
  const places = new Array<number>(wished.length);
  for (const { place, index } of order) places[index] = place;
  return places;
}
