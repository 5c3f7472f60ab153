import { column, type Mapping } from './mapping.ts';

const key = ['episodes.CHILD', 'episodes.DECOM'] as const;
const chained = [...key, 'episodes.DEC', 'episodes.REC'] as const;

/** Each row of the episodes file is an episode; those chained by X1 share the id of their period of care. */
export const episodes: Mapping = {
  dataset: 'ssd_cla_episodes',
  files: ['episodes'],
  from: () => 'from episode_chain',
  columns: {
    clae_cla_episode_id: column('episode_id', ...key),
    clae_person_id: column('"CHILD"', 'episodes.CHILD'),
    clae_cla_episode_start_date: column('"DECOM"', 'episodes.DECOM'),
    clae_cla_episode_start_reason: column('"RNE"', 'episodes.RNE'),
    clae_cla_primary_need_code: column('"CIN"', 'episodes.CIN'),
    clae_cla_episode_ceased_date: column('"DEC"', 'episodes.DEC'),
    clae_cla_episode_ceased_reason: column('reason_ended', 'episodes.DEC', 'episodes.REC'),
    clae_cla_id: column('period_id', ...chained),
    clae_cla_placement_id: column('placement_id', ...chained, 'episodes.RNE'),
    clae_entered_care_date: column('entered_care', ...chained, 'episodes.RNE'),
  },
};
