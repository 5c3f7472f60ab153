import { plainLabels } from '../judgement/index.ts';
import type { LabelSet, Pack, Report } from '../pack/index.ts';

export type StatusLabels = Report['statusLabels'];

const plain: StatusLabels = { met: 'Met', near: 'Near', away: 'Away', none: 'No rating' };

/**
 * The words for a status: those of the report, of the pack's first scorecard, or plain ones where it has none. A label
 * set that the report names goes before words of its own.
 */
export function statusLabels(pack: Pack, report?: Report): StatusLabels {
  const scorecard = report ?? [...pack.reports.values()].find(({ kind }) => kind === 'scorecard');
  const set = scorecard?.labelSet === undefined ? undefined : pack.labels.get(scorecard.labelSet);
  return set?.statuses ?? scorecard?.statusLabels ?? plain;
}

/** The whole label set that the pack's first scorecard names, for trends and reasons; plain words where it names none. */
export function labelSetOf(pack: Pack): LabelSet {
  const scorecard = [...pack.reports.values()].find(({ kind }) => kind === 'scorecard');
  return (scorecard?.labelSet === undefined ? undefined : pack.labels.get(scorecard.labelSet)) ?? plainLabels;
}
