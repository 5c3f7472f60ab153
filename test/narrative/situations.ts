import type { Asked } from '../../src/narrative/index.ts';
import type { World } from './figures.ts';

/** A little world, what is asked of it, and every sentence that it gives, in order. */
export interface Situation extends World {
  readonly name: string;
  /** Indicator a of unit C in October 2026, where nothing else is said. */
  readonly asked?: Partial<Asked>;
  readonly says: readonly string[];
}

/** Sentences as a report prints them, written by hand from the rules before the code that makes them. */
export const situations: readonly Situation[] = [
  {
    name: 'a rise since the month before, where higher is better',
    figures: { '2026-10': [90, 120], '2026-09': [84, 120] },
    says: [
      'In October 2026 the figure was 75.0% (90 of 120).',
      'The figure rose by 5.0 percentage points, from 70.0% in September 2026 to 75.0%, which is better.',
    ],
  },
];
