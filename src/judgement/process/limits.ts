/** How process limits and signals are taken; printed under the chart. */
export interface ProcessSettings {
  /** Over how many months. */
  readonly months: number;
  /** So many points on one side of the mean are a signal. */
  readonly run: number;
  /** So many points rising or falling are a signal. */
  readonly trend: number;
  /** With fewer points than these the limits are trial limits. */
  readonly minimum: number;
  /** Whether moving ranges of 3.267 times their mean or more are left out once. */
  readonly screen: boolean;
}

export const usualProcessSettings: ProcessSettings = { months: 24, run: 7, trend: 6, minimum: 12, screen: true };

/** The limits of an XmR chart over some points. */
export interface ProcessLimits {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** Two thirds of the way from the mean to the limits. */
  readonly nearLower: number;
  readonly nearUpper: number;
  /** The mean moving range that they rest on. */
  readonly movingRange: number;
  readonly points: number;
  /** There are too few points for limits that stand. */
  readonly isTrial: boolean;
}

/** 3 over 1.128, the expected range of two in standard deviations, as printed in the tables. */
const perMovingRange = 2.66;
/** The upper limit of a moving range, in mean moving ranges. */
const screenedFrom = 3.267;

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/**
 * Limits from the mean and the mean moving range of points in time order: mean ± 2.66 mean moving ranges. A gap has no
 * moving range on either side. With screening, ranges of 3.267 mean ranges or more are left out and the mean taken again.
 *
 * @param points null where there is no figure
 * @returns null with fewer than two neighbouring figures.
 * @example processLimits([1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]) // mean 1.94, -0.72 to 4.60
 */
export function processLimits(
  points: readonly (number | null)[],
  { screen, minimum }: Pick<ProcessSettings, 'screen' | 'minimum'> = usualProcessSettings,
): ProcessLimits | null {
  const found = points.filter((point) => point !== null);
  const ranges = points.flatMap((point, index) => {
    const before = points[index - 1];
    return point === null || before === null || before === undefined ? [] : [Math.abs(point - before)];
  });
  if (ranges.length === 0) return null;
  const first = meanOf(ranges);
  const kept = screen ? ranges.filter((range) => range < screenedFrom * first) : ranges;
  const movingRange = kept.length > 0 ? meanOf(kept) : first;
  const mean = meanOf(found);
  const reach = perMovingRange * movingRange;
  return {
    mean,
    lower: mean - reach,
    upper: mean + reach,
    nearLower: mean - (2 / 3) * reach,
    nearUpper: mean + (2 / 3) * reach,
    movingRange,
    points: found.length,
    isTrial: found.length < minimum,
  };
}
