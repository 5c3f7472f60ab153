import type { SuppressionSettings } from './figures.ts';
import { prints, type Quantities, type Quantity, type Relation } from './quantities.ts';

/** What a reader knows a quantity to lie between, and the relations that its ends were found by. */
export interface Range {
  low: number;
  high: number;
  lowFrom?: Relation;
  highFrom?: Relation;
  /** When it was last narrowed, counted in relations looked at. */
  at?: number;
}

/** The relations that a quantity stands in. */
export type Standing = ReadonlyMap<string, readonly Relation[]>;

export function standingOf({ relations }: Quantities): Standing {
  const standing = new Map<string, Relation[]>();
  for (const relation of relations) {
    for (const id of relation.ids) {
      const list = standing.get(id);
      if (list === undefined) standing.set(id, [relation]);
      else list.push(relation);
    }
  }
  return standing;
}

export const isVisible = ({ isPublic, isPlacedNow, isSuppressed }: Quantity): boolean =>
  isPublic || (isPlacedNow && !isSuppressed);

/** Whether the percentage that a relation is of is still printed. */
export function isKnown({ ofValue, ids }: Relation, all: Quantities['all']): boolean {
  return ofValue === undefined || ids.every((id) => all.get(id)?.isSuppressed !== true);
}

/** What is known of a quantity by itself, before anything is worked out. */
export function ownRange(quantity: Quantity, { roundTo, threshold }: SuppressionSettings): Range {
  const { truth, isCount, isPlaced, isSuppressed, printedBy } = quantity;
  const isRounded = roundTo !== null && isCount && truth > 0;
  const byValue =
    roundTo !== null &&
    !isSuppressed &&
    printedBy.some(({ figure, part }) => isCount && prints(figure, 'value') && part);
  if (isVisible(quantity) || byValue) {
    if (!isRounded || roundTo === null) return { low: truth, high: truth };
    const shown = Math.floor(truth / roundTo + 0.5) * roundTo;
    return { low: Math.max(threshold + 1, Math.ceil(shown - roundTo / 2)), high: Math.ceil(shown + roundTo / 2) - 1 };
  }
  return { low: isPlaced && truth > 0 ? Math.min(1, truth) : 0, high: Number.POSITIVE_INFINITY };
}

/**
 * What follows for every quantity from what is shown, relation by relation until nothing follows any more. It finds what a reader
 * with a pencil finds: the last unknown of a sum, and unknowns that their sum leaves no room.
 */
export function rangesOf(
  { all, relations }: Quantities,
  standing: Standing,
  settings: SuppressionSettings,
): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  for (const [id, quantity] of all) ranges.set(id, ownRange(quantity, settings));
  const waiting = new Set(relations.filter((relation) => isKnown(relation, all)));
  // Intervals of percentages can shrink by ever smaller steps; a reader gives up, and the check afterwards does not rest on this.
  let left = 40 * relations.length + 1000;
  for (const relation of waiting) {
    waiting.delete(relation);
    if (left-- <= 0) break;
    for (const id of narrowed(relation, ranges, all)) {
      (ranges.get(id) as Range).at = -left;
      for (const other of standing.get(id) ?? []) if (other !== relation && isKnown(other, all)) waiting.add(other);
    }
  }
  return ranges;
}

/** Narrows what a relation holds; the ids of what has become narrower. */
function narrowed(relation: Relation, ranges: Map<string, Range>, all: Quantities['all']): string[] {
  const { ids, times, low, high } = relation;
  const ends = ids.map((id, index) => {
    const { low: least, high: most } = ranges.get(id) as Range;
    const by = times[index] as number;
    return by > 0 ? { least: by * least, most: by * most } : { least: by * most, most: by * least };
  });
  const changed: string[] = [];
  ids.forEach((id, index) => {
    const range = ranges.get(id) as Range;
    if (range.low === range.high) return;
    const by = times[index] as number;
    let [othersLeast, othersMost] = [0, 0];
    ends.forEach(({ least, most }, other) => {
      if (other === index) return;
      othersLeast += least;
      othersMost += most;
    });
    const [one, two] = [(low - othersMost) / by, (high - othersLeast) / by];
    let [least, most] = by > 0 ? [one, two] : [two, one];
    if (all.get(id)?.isWhole === true) [least, most] = [Math.ceil(least - 1e-9), Math.floor(most + 1e-9)];
    const [isLower, isHigher] = [least > range.low + 1e-9, most < range.high - 1e-9];
    if (isLower) [range.low, range.lowFrom] = [least, relation];
    if (isHigher) [range.high, range.highFrom] = [most, relation];
    if (isLower || isHigher) changed.push(id);
  });
  return changed;
}
