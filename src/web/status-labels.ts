import type { Pack, Report } from '../pack/index.ts';

export type StatusLabels = Report['statusLabels'];

const plain: StatusLabels = { met: 'Met', near: 'Near', away: 'Away', none: 'No rating' };

/** The words for a status: those of the report, of the pack's first scorecard, or plain ones where it has none. */
export function statusLabels(pack: Pack, report?: Report): StatusLabels {
  const scorecard = report ?? [...pack.reports.values()].find(({ kind }) => kind === 'scorecard');
  return scorecard?.statusLabels ?? plain;
}
