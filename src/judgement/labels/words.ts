import type { LabelSet } from '../../pack/index.ts';
import type { Comparison } from '../comparison.ts';
import { compare, exact } from '../exact.ts';
import type { Judgement } from '../judgement.ts';
import { distance } from '../limits.ts';
import type { Trend } from '../types.ts';

/** Words where a report names no label set. */
export const plainLabels: LabelSet = {
  id: 'plain',
  title: 'Plain words',
  statuses: { met: 'Met', near: 'Near', away: 'Away', none: 'No rating' },
  places: {},
  reasons: {},
  polarities: {},
  trends: {},
};

/** A status as it is printed: a word always, a symbol in words and a phrase where the label set has them. */
export interface StatusWords {
  readonly word: string;
  /** What a symbol beside the word is, in words: smiling face. */
  readonly symbol: string | null;
  /** Where the figure stands, in the report's phrase: within tolerance and above target. */
  readonly phrase: string | null;
  /** Whether a person set it. */
  readonly byPerson: boolean;
}

type Standing = Pick<Judgement, 'status' | 'statusReason' | 'statusOverride' | 'place' | 'figure' | 'target'>;

/**
 * A status in the words of a label set. In a phrase, {side} is above, below or on: the side of the target that the
 * figure is on. "On target" is thus said of no figure that is not at it.
 *
 * @example 'within tolerance and {side} target' of 67 against 65: 'within tolerance and above target'
 */
export function statusInWords(labels: LabelSet, standing: Standing): StatusWords {
  const { status, statusReason, statusOverride, place } = standing;
  const byPerson = statusOverride !== null;
  if (status === null) {
    const word = (statusReason === null ? undefined : labels.reasons[statusReason]) ?? labels.statuses.none;
    return { word, symbol: null, phrase: null, byPerson };
  }
  const phrase = place === null || byPerson ? undefined : labels.places[place];
  return {
    word: labels.statuses[status],
    symbol: labels.symbols?.[status] ?? null,
    phrase: phrase?.replaceAll('{side}', sideOf(standing)) ?? null,
    byPerson,
  };
}

/** Which side of the target a figure is on; on it anywhere within a range. */
export function sideOf({ figure, target }: Pick<Judgement, 'figure' | 'target'>): 'above' | 'below' | 'on' | '' {
  if (figure === null || target === null) return '';
  if (distance(figure, target).numerator === 0n) return 'on';
  return compare(figure, exact(target.target)) < 0 ? 'below' : 'above';
}

/**
 * What the arrow of a comparison says under a label set: better or worse, or that the number went up or down.
 *
 * @returns null where the comparison has no direction, or no movement.
 * @example 76.2 after 76.3, by movement: 'down'; by goodness, higher is better: 'worse'
 */
export function directionInWords(
  labels: LabelSet,
  comparison: Pick<Comparison, 'direction' | 'movement'>,
): string | null {
  const said = labels.direction?.by === 'movement' ? comparison.movement : comparison.direction;
  return said === null ? null : (labels.direction?.words[said] ?? said);
}

/** A trend in the words of a label set. */
export function trendInWords(labels: LabelSet, trend: Trend): string {
  return labels.trends[trend] ?? trend;
}
