import type { Cells, Records } from './records.ts';
import { type ReturnYear, within, written } from './year.ts';

const days = (row: Cells, table: string) => ({
  from: row[`${table}_start_date`] ?? '',
  to: row[`${table}_end_date`] || '9999-12-31',
});

/** The episodes of care that were open on a day of the year, as they stood at its end. */
export function episodeRows(records: Records, year: ReturnYear): Cells[] {
  const placements = new Map(records.ssd_cla_placement.map((row) => [row.clap_cla_placement_id, row]));
  const statuses = Map.groupBy(records.ssd_legal_status, (row) => row.lega_person_id);
  const lawOn = (person: string | undefined, day: string): string => {
    const inForce = (statuses.get(person) ?? []).filter((row) => {
      const { from, to } = days(row, 'lega_legal_status');
      return from <= day && day < to;
    });
    const by = (row: Cells) => row.lega_legal_status_start_date ?? '';
    return inForce.toSorted((a, b) => by(a).localeCompare(by(b))).at(-1)?.lega_legal_status ?? '';
  };
  return records.ssd_cla_episodes
    .filter((row) => {
      const ceased = row.clae_cla_episode_ceased_date || '9999-12-31';
      return (row.clae_cla_episode_start_date ?? '') <= year.to && ceased >= year.from;
    })
    .map((row) => {
      const began = row.clae_cla_episode_start_date ?? '';
      const ceased = row.clae_cla_episode_ceased_date ?? '';
      const placement = placements.get(row.clae_cla_placement_id ?? '');
      const ended = ceased !== '' && ceased <= year.to;
      const left = ended && placement?.clap_cla_placement_end_date === ceased;
      return {
        CHILD: row.clae_person_id ?? '',
        DECOM: written(began, year),
        RNE: row.clae_cla_episode_start_reason ?? '',
        LS: lawOn(row.clae_person_id, began),
        CIN: row.clae_cla_primary_need_code ?? '',
        PLACE: placement?.clap_cla_placement_type ?? '',
        PLACE_PROVIDER: placement?.clap_cla_placement_provider ?? '',
        DEC: written(ceased, year),
        REC: ended ? (row.clae_cla_episode_ceased_reason ?? '') : '',
        REASON_PLACE_CHANGE: left ? (placement?.clap_cla_placement_change_reason ?? '') : '',
        HOME_POST: '',
        PL_POST: '',
        URN: placement?.clap_cla_placement_urn ?? '',
      };
    });
}

/** The children looked after on the last day of the year and for the whole of it. */
export function wholeYear(records: Records, year: ReturnYear): Set<string> {
  return new Set(
    records.ssd_cla_episodes.flatMap((row) => {
      const open = (row.clae_cla_episode_ceased_date || '9999-12-31') > year.to;
      const there = (row.clae_cla_episode_start_date ?? '') <= year.to;
      const since = row.clae_entered_care_date || row.clae_cla_episode_start_date || '';
      return open && there && since < year.from ? [row.clae_person_id ?? ''] : [];
    }),
  );
}

/** The days in the year on which a child left care for adoption, by child. */
export function adoptedIn(records: Records, year: ReturnYear): Set<string> {
  return new Set(
    records.ssd_cla_episodes
      .filter((row) => ['E11', 'E12'].includes(row.clae_cla_episode_ceased_reason ?? ''))
      .filter((row) => within(row.clae_cla_episode_ceased_date, year))
      .map((row) => row.clae_person_id ?? ''),
  );
}
