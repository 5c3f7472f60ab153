import type { FunnelUnit, Scale } from '../../document/index.ts';
import { type FunnelLimits, type FunnelOf, funnelLimits } from './funnel-limits.ts';

export type Beyond = 'none' | '95%' | '99.8%';

export interface FunnelPoint {
  readonly label: string;
  readonly size: number;
  /** In the scale of the chart: 73.8 of a percentage. */
  readonly value: number;
  readonly limits: FunnelLimits;
  readonly beyond: Beyond;
}

/** Units set against what chance alone would give, in the scale of the chart. */
export interface FunnelReading {
  readonly drawn: FunnelOf;
  readonly per: number;
  readonly centre: number;
  readonly points: readonly FunnelPoint[];
  readonly left: readonly FunnelUnit[];
}

const perOf: Partial<Record<Scale['measuredIn'], number>> = {
  percent: 100,
  'rate-per-10000': 10_000,
  'rate-per-100000': 100_000,
};

/**
 * Sets each unit against the limits for its size. The centre is the one given, or all units' cases over all their
 * sizes.
 *
 * @throws RangeError for a figure that is neither a percentage nor a rate: its chance has no limits without more.
 */
export function readFunnel(units: readonly FunnelUnit[], scale: Scale, given: number | null = null): FunnelReading {
  const per = perOf[scale.measuredIn];
  if (per === undefined) throw new RangeError(`a funnel needs a percentage or a rate, not ${scale.measuredIn}`);
  const drawn: FunnelOf = scale.measuredIn === 'percent' ? 'proportion' : 'rate';
  const known = units.flatMap(({ label, size, cases }) =>
    size === null || size <= 0 || cases === null ? [] : [{ label, size, cases }],
  );
  const all = known.reduce((sum, { size }) => sum + size, 0);
  const pooled = all === 0 ? 0 : (per * known.reduce((sum, { cases }) => sum + cases, 0)) / all;
  const frame = { drawn, per, centre: given ?? pooled };
  const points = known.map(({ label, size, cases }): FunnelPoint => {
    const value = (per * cases) / size;
    const limits = limitsAt(frame, size);
    return { label, size, value, limits, beyond: beyondOf(value, limits) };
  });
  const left = units.filter(({ label }) => !points.some((point) => point.label === label));
  return { ...frame, points, left };
}

/** The limits for a size, in the scale of the chart. */
export function limitsAt(
  { drawn, per, centre }: Pick<FunnelReading, 'drawn' | 'per' | 'centre'>,
  size: number,
): FunnelLimits {
  const { lower998, lower95, upper95, upper998 } = funnelLimits(drawn, size, centre / per);
  return { lower998: lower998 * per, lower95: lower95 * per, upper95: upper95 * per, upper998: upper998 * per };
}

function beyondOf(value: number, { lower998, lower95, upper95, upper998 }: FunnelLimits): Beyond {
  // A figure on the limit but for the last digit of its reckoning is on the limit.
  const hair = 1e-9 * Math.max(1, Math.abs(value));
  if (value < lower998 - hair || value > upper998 + hair) return '99.8%';
  return value < lower95 - hair || value > upper95 + hair ? '95%' : 'none';
}
