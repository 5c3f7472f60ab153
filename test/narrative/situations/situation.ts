import type { Month } from '../../../src/calendar/index.ts';
import { addToMonth } from '../../../src/calendar/index.ts';
import type { Asked } from '../../../src/narrative/index.ts';
import type { Given, World } from '../figures.ts';

/** A little world, what is asked of it, and every sentence that it gives, in order. */
export interface Situation extends World {
  readonly name: string;
  /** Indicator a of unit C in October 2026, where nothing else is said. */
  readonly asked?: Partial<Asked>;
  readonly says: readonly string[];
}

/** Figures month after month, the last of them October 2026 where no other is named. */
export function run(given: readonly Given[], last: Month = '2026-10'): Record<Month, Given> {
  return Object.fromEntries(given.map((each, index) => [addToMonth(last, index + 1 - given.length), each]));
}
