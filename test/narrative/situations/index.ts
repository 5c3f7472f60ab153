import { besideSituations } from './beside.ts';
import { figureSituations } from './figure.ts';
import { movementSituations } from './movement.ts';
import type { Situation } from './situation.ts';
import { standingSituations } from './standing.ts';

export type { Situation } from './situation.ts';

/** Sentences as a report prints them, written by hand from the rules before the code that makes them. */
export const situations: readonly Situation[] = [
  ...figureSituations,
  ...movementSituations,
  ...standingSituations,
  ...besideSituations,
];
