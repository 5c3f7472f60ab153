import type { Band } from '../bands.ts';
import type { Polarity } from '../limits.ts';
import type { ProcessLimits, ProcessSettings } from './limits.ts';
import { processLimits } from './limits.ts';
import type { Signal } from './signals.ts';
import { signalsOf } from './signals.ts';
import type { Assurance, Variation } from './words.ts';
import { assuranceOf, variationOf } from './words.ts';

/** Why limits are taken anew from a point on. */
export interface Rebase {
  /** The first point of the new limits. */
  readonly index: number;
  readonly reason: string;
  /** The role that decided it; null where the definition changed. */
  readonly by: string | null;
}

/** Points that share their limits. */
export interface ProcessStretch {
  readonly from: number;
  /** One past the last point. */
  readonly to: number;
  /** Null with fewer than two neighbouring figures. */
  readonly limits: ProcessLimits | null;
  /** Why it begins where it does; null for the first. */
  readonly rebase: Rebase | null;
}

export interface ProcessView {
  readonly points: readonly (number | null)[];
  readonly stretches: readonly ProcessStretch[];
  /** By point. */
  readonly signals: readonly (readonly Signal[])[];
  readonly settings: ProcessSettings;
  /** Of the last point; null where it has no figure or no limits. */
  readonly variation: Variation | null;
  /** Null without limits or without a target. */
  readonly assurance: Assurance | null;
}

/**
 * Process limits and signals of a series. Limits are taken anew at each rebase, and no run goes across one.
 *
 * @param bands those of the target in force at the last point
 */
export function processView(
  points: readonly (number | null)[],
  rebases: readonly Rebase[],
  settings: ProcessSettings,
  polarity: Polarity,
  bands: readonly Band[],
): ProcessView {
  const starts = rebases
    .filter(({ index }) => index > 0 && index < points.length)
    .toSorted((a, b) => a.index - b.index)
    // Two reasons for one point: the later one given stands.
    .filter((rebase, at, all) => all[at + 1]?.index !== rebase.index);
  const froms = [{ index: 0, rebase: null }, ...starts.map((rebase) => ({ index: rebase.index, rebase }))];
  const stretches = froms.map(({ index, rebase }, at): ProcessStretch => {
    const to = froms[at + 1]?.index ?? points.length;
    return { from: index, to, limits: processLimits(points.slice(index, to), settings), rebase };
  });
  const signals = stretches.flatMap(({ from, to, limits }) => {
    const part = points.slice(from, to);
    return limits === null ? part.map((): readonly Signal[] => []) : [...signalsOf(part, limits, settings)];
  });
  const limits = stretches.at(-1)?.limits ?? null;
  const hasLast = points.at(-1) !== null && points.length > 0;
  return {
    points,
    stretches,
    signals,
    settings,
    variation: hasLast && limits !== null ? variationOf(signals.at(-1) ?? [], polarity) : null,
    assurance: limits === null ? null : assuranceOf(limits, bands),
  };
}
