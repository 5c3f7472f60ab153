import type { County } from '../../county.ts';
import { happened } from '../../county.ts';
import { type DayNumber, iso } from '../../days.ts';
import type { Child } from '../../people.ts';
import type { LegalStatus } from './legal.ts';
import type { Placement } from './placements.ts';

/** A period of care, whole: where the child lives and under what law from the first day to the last. */
export interface Period {
  readonly child: Child;
  readonly claId: string;
  readonly referralId: string | null;
  readonly need: string;
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly reason: string;
  readonly placements: readonly Placement[];
  readonly statuses: readonly LegalStatus[];
}

function startReason(moved: Placement | undefined, previous: Placement | undefined, lawChanged: boolean): string {
  if (moved === undefined) return 'L';
  const sameCarer = previous?.sameCarer === true;
  if (lawChanged) return sameCarer ? 'U' : 'B';
  return sameCarer ? 'T' : 'P';
}

/** Writes placements, legal statuses and the episodes that chain them: a new one for each change, X1 between. */
export function writeEpisodes(county: County, period: Period): void {
  const placementIds = period.placements.map((placement) => writePlacement(county, period, placement));
  period.statuses.forEach((status, i) => {
    if (status.from > county.asAt) return;
    county.write('ssd_legal_status', {
      lega_legal_status_id: county.id('LEG'),
      lega_person_id: period.child.id,
      lega_legal_status: status.status,
      lega_legal_status_start_date: iso(status.from),
      lega_legal_status_end_date: happened(county, period.statuses[i + 1]?.from ?? period.to),
    });
  });
  const starts = new Set<DayNumber>();
  for (const placement of period.placements) starts.add(placement.from);
  for (const status of period.statuses) starts.add(status.from);
  const days = [...starts].filter((day) => day < period.to || day === period.from).sort((a, b) => a - b);
  days.forEach((day, i) => {
    if (day > county.asAt) return;
    const moved = period.placements.find((placement) => placement.from === day);
    const at = period.placements.findLastIndex((placement) => placement.from <= day);
    const lawChanged = period.statuses.some((status) => status.from === day);
    const until = days[i + 1] ?? period.to;
    const last = i === days.length - 1;
    county.write('ssd_cla_episodes', {
      clae_cla_episode_id: county.id('EPI'),
      clae_person_id: period.child.id,
      clae_cla_episode_start_date: iso(day),
      clae_cla_episode_start_reason: i === 0 ? 'S' : startReason(moved, period.placements[at - 1], lawChanged),
      clae_cla_primary_need_code: period.need,
      clae_cla_episode_ceased_date: happened(county, until),
      clae_cla_episode_ceased_reason: until > county.asAt ? null : last ? period.reason : 'X1',
      clae_cla_id: period.claId,
      clae_referral_id: period.referralId,
      clae_cla_placement_id: placementIds[at],
      clae_entered_care_date: iso(period.from),
      clae_cla_last_iro_contact_date: null,
    });
  });
}

function writePlacement(county: County, period: Period, placement: Placement): string | null {
  if (placement.from > county.asAt) return null;
  const id = county.id('PLC');
  county.write('ssd_cla_placement', {
    clap_cla_placement_id: id,
    clap_cla_placement_start_date: iso(placement.from),
    clap_cla_placement_type: placement.type,
    clap_cla_placement_urn: placement.urn,
    clap_cla_placement_distance: placement.distance,
    clap_cla_id: period.claId,
    clap_cla_placement_provider: placement.provider,
    clap_cla_placement_postcode: null,
    clap_cla_placement_end_date: happened(county, placement.to),
    clap_cla_placement_change_reason: placement.to > county.asAt ? null : placement.changeReason,
    clap_person_id: period.child.id,
  });
  return id;
}
