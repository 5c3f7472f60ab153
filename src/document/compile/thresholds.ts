import { type Band, compare, type Exact, formatTarget, formatValue, type Judgement } from '../../judgement/index.ts';
import type { LabelSet } from '../../pack/index.ts';

type Held = Pick<Judgement, 'target' | 'bands' | 'definition' | 'grades' | 'statusReason' | 'statusDetail'>;

/**
 * The target and which figures have which status, each edge said to belong to one band.
 *
 * @example 'Target: 90.0%. Green: 90.0% or more. Amber: from 75.0% to below 90.0%. Red: below 75.0%.'
 */
export function thresholdsInWords(labels: LabelSet, held: Held): string {
  const { target, bands, definition, statusReason, statusDetail } = held;
  if (target === null) {
    const why = statusDetail ?? (statusReason === null ? 'none is set' : statusReason);
    return `No target: ${why}.`;
  }
  const told = [`Target: ${formatTarget(target, definition)}.`];
  const byStatus = Map.groupBy(bands, ({ status }) => status);
  for (const status of ['met', 'near', 'away'] as const) {
    const stretches = (byStatus.get(status) ?? []).reduce<Band[]>(joined, []);
    if (stretches.length === 0) continue;
    const ranges = stretches.map((band) => rangeInWords(band, (value) => formatValue(value, definition)));
    told.push(`${labels.statuses[status]}: ${ranges.join(', or ')}.`);
  }
  return told.join(' ');
}

/** Neighbouring bands of one status read as one. */
function joined(done: Band[], band: Band): Band[] {
  const last = done.at(-1);
  if (last?.high == null || band.low === null || compare(last.high.at, band.low.at) !== 0) return [...done, band];
  return [...done.slice(0, -1), { ...last, high: band.high }];
}

function rangeInWords({ low, high }: Band, print: (value: Exact) => string): string {
  if (low === null) {
    if (high === null) return 'any figure';
    return high.included ? `${print(high.at)} or less` : `below ${print(high.at)}`;
  }
  if (high === null) return low.included ? `${print(low.at)} or more` : `above ${print(low.at)}`;
  if (compare(low.at, high.at) === 0) return `exactly ${print(low.at)}`;
  const from = low.included ? `from ${print(low.at)}` : `above ${print(low.at)}`;
  return `${from} ${high.included ? 'to' : 'to below'} ${print(high.at)}`;
}
