import { column, type Mapping } from './mapping.ts';

const chained = ['episodes.CHILD', 'episodes.DECOM', 'episodes.DEC', 'episodes.REC', 'episodes.RNE'] as const;

/**
 * Rows chained by X1 whose reason is L are one placement, told by the first of them; the reason for its change stands on the
 * last. A new placement with the same carer (T, U) begins one too, with a finding. A return has no distance.
 */
export const placements: Mapping = {
  dataset: 'ssd_cla_placement',
  files: ['episodes'],
  from: () => `from (
    select placement_id, period_id, "CHILD", min("DECOM") as began,
      case when count(*) = count("DEC") then max("DEC") end as ended,
      max("PLACE") filter (where episode_id = placement_id) as place,
      max("PLACE_PROVIDER") filter (where episode_id = placement_id) as provider,
      max("URN") filter (where episode_id = placement_id) as urn,
      max("PL_POST") filter (where episode_id = placement_id) as postcode,
      arg_max("REASON_PLACE_CHANGE", ("DECOM", episode_id)) as change_reason
    from episode_chain group by all)`,
  columns: {
    clap_cla_placement_id: column('placement_id', ...chained),
    clap_cla_id: column('period_id', ...chained),
    clap_person_id: column('"CHILD"', 'episodes.CHILD'),
    clap_cla_placement_start_date: column('began', ...chained),
    clap_cla_placement_end_date: column('ended', ...chained),
    clap_cla_placement_type: column('place', 'episodes.PLACE'),
    clap_cla_placement_provider: column('provider', 'episodes.PLACE_PROVIDER'),
    clap_cla_placement_urn: column('urn', 'episodes.URN'),
    clap_cla_placement_postcode: column('postcode', 'episodes.PL_POST'),
    clap_cla_placement_change_reason: column('change_reason', 'episodes.REASON_PLACE_CHANGE'),
  },
};
