import type { CountedFigure, FigurePart, SuppressionSettings } from './figures.ts';

/** One count behind what is printed, as the one who suppresses knows it. */
export interface Quantity {
  readonly id: string;
  readonly truth: number;
  /** Counts of children are guarded; populations, and days that are summed for an average, are not. */
  readonly isCount: boolean;
  /** Whether it is a whole number, as counts of cases are and sums of working time are not. */
  readonly isWhole: boolean;
  /** What prints it in this edition: these are taken out together with it. */
  readonly printedBy: { readonly figure: CountedFigure; readonly part: 'numerator' | 'denominator' }[];
  /** An earlier edition has it, or everybody has; it cannot be taken back. */
  isPublic: boolean;
  /** Whether it stands in this edition as itself, not only inside its percentage. */
  isPlacedNow: boolean;
  /** Whether it stands in this or an earlier edition: where it does and is suppressed, it is known not to be nothing. */
  isPlaced: boolean;
  /** It stood in an earlier edition as suppressed. */
  wasSuppressed: boolean;
  isSuppressed: boolean;
  /** How much is lost with it, against others. */
  cost: number;
}

/** A sum of quantities that a reader knows to lie between two numbers. */
export interface Relation {
  readonly low: number;
  readonly high: number;
  readonly ids: readonly string[];
  readonly times: readonly number[];
  /** The figure whose printed percentage it is; it falls away with that. */
  readonly ofValue?: CountedFigure;
}

export interface Quantities {
  readonly all: ReadonlyMap<string, Quantity>;
  readonly relations: readonly Relation[];
}

/** Whether a count is so small that it is not shown. */
export const isSmall = ({ truth, isCount }: Quantity, { threshold }: SuppressionSettings): boolean =>
  isCount && truth > 0 && truth <= threshold;

export const prints = ({ printed }: CountedFigure, part: FigurePart): boolean => printed.includes(part);
