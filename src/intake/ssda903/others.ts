import { column, type Mapping } from './mapping.ts';

export const missing: Mapping = {
  dataset: 'ssd_missing',
  files: ['missing'],
  from: () => 'from missing',
  columns: {
    miss_table_id: column(
      `"CHILD" || '|' || coalesce("MIS_START"::varchar, '') || '|' ||
        row_number() over (partition by "CHILD", "MIS_START" order by "MIS_END" nulls last, "MISSING", _line)`,
      'missing.CHILD',
      'missing.MIS_START',
    ),
    miss_person_id: column('"CHILD"', 'missing.CHILD'),
    miss_missing_episode_start_date: column('"MIS_START"', 'missing.MIS_START'),
    miss_missing_episode_end_date: column('"MIS_END"', 'missing.MIS_END'),
    miss_missing_episode_type: column('"MISSING"', 'missing.MISSING'),
  },
};

/** A child is unaccompanied from its first episode on until the day it ceased to be (DUC). */
export const unaccompanied: Mapping = {
  dataset: 'ssd_immigration_status',
  files: ['uasc', 'episodes'],
  from: () =>
    'from uasc u left join (select child, min(began) as began from care_period group by child) p on p.child = u."CHILD"',
  columns: {
    immi_immigration_status_id: column(`u."CHILD" || '|UASC'`, 'uasc.CHILD'),
    immi_person_id: column('u."CHILD"', 'uasc.CHILD'),
    immi_immigration_status: column(`'UASC'`, 'uasc.CHILD'),
    immi_immigration_status_start_date: column('p.began', 'uasc.CHILD', 'episodes.DECOM'),
    immi_immigration_status_end_date: column('u."DUC"', 'uasc.DUC'),
  },
};

/** The social workers of a child, from 2023/24. A return does not say their team. */
export const involvements: Mapping = {
  dataset: 'ssd_involvements',
  files: ['sw_episodes'],
  from: () => 'from sw_episodes',
  columns: {
    invo_involvements_id: column(
      `"CHILD" || '|' || coalesce("SW_DECOM"::varchar, '') || '|' ||
        row_number() over (partition by "CHILD", "SW_DECOM" order by "SW_DEC" nulls last, "SW_ID", _line)`,
      'sw_episodes.CHILD',
      'sw_episodes.SW_DECOM',
    ),
    invo_person_id: column('"CHILD"', 'sw_episodes.CHILD'),
    invo_professional_id: column('"SW_ID"', 'sw_episodes.SW_ID'),
    invo_involvement_start_date: column('"SW_DECOM"', 'sw_episodes.SW_DECOM'),
    invo_involvement_end_date: column('"SW_DEC"', 'sw_episodes.SW_DEC'),
    invo_worker_change_reason: column('"SW_REASON"', 'sw_episodes.SW_REASON'),
  },
};
