/**
 * Moves labels apart so that none overlaps another: each keeps its order, at least gap apart, as close to the wished
 * place as that allows, and within low and high as long as they fit.
 */
export function spread(wished: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wished.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place || a.index - b.index);
  let floor = low;
  for (const label of order) {
    label.place = Math.max(label.place, floor);
    floor = label.place + gap;
  }
  let ceiling = high;
  for (const label of order.toReversed()) {
    label.place = Math.min(label.place, ceiling);
    ceiling = label.place - gap;
  }
  const places = new Array<number>(wished.length);
  for (const { place, index } of order) places[index] = place;
  return places;
}
