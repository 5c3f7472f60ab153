import {
  type CollectedFigure,
  type OverrideRow,
  observationSchema,
  overrideSchema,
  type Target,
  targetSchema,
} from '../pack/index.ts';
import type { SettingKind } from './settings.ts';

/** Targets that people set: rows of targets.csv. */
export const targetKind: SettingKind<Target> = {
  concept: 'targets',
  schema: targetSchema,
  key: ['indicator', 'unit', 'from', 'down_to'],
};

/** Statuses and trends that people set in place of the rule's: rows of overrides.csv. */
export const overrideKind: SettingKind<OverrideRow> = {
  concept: 'overrides',
  schema: overrideSchema,
  key: ['indicator', 'unit', 'month'],
};

/** Figures that people type in: rows of observations.csv. */
export const collectedKind: SettingKind<CollectedFigure> = {
  concept: 'collected',
  schema: observationSchema,
  key: ['indicator', 'unit', 'month'],
};
