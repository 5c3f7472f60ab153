import type { Day, Month } from '../calendar/index.ts';
import type { BesideFigure } from '../document/index.ts';
import type { PublishedFigure } from '../judgement/index.ts';
import type { CollectedFigure, Comment, OverrideRow, Target } from '../pack/index.ts';

/** inputs.json: what an edition was made from beside figures that are worked out and the pack's own files. */
export interface KeptInputs {
  /** The targets of the pack with those that people had set. */
  readonly targets: readonly Target[];
  readonly overrides: readonly OverrideRow[];
  readonly collected: readonly CollectedFigure[];
  /** What people had written and somebody had approved. */
  readonly comments: readonly Comment[];
  /** The figures of others that were set beside, as asked for. */
  readonly beside: readonly {
    readonly indicator: string;
    readonly month: Month;
    readonly figures: readonly BesideFigure[];
  }[];
  /** The published figures that targets followed. */
  readonly benchmarks: readonly {
    readonly indicator: string;
    readonly unit: string;
    readonly day: Day;
    readonly group: string;
    readonly figure: PublishedFigure | null;
  }[];
}
