import { column, type Mapping } from './mapping.ts';

const asked = ['oc2.CHILD', 'oc2.HEALTH_CHECK', 'oc2.TEETH_CHECK', 'oc2.HEALTH_ASSESSMENT'] as const;

/** A yes in OC2 says that the check was made in the year: it becomes a check on the last day of the return, and is so marked. */
export const health: Mapping = {
  dataset: 'ssd_cla_health',
  files: ['oc2'],
  yearly: true,
  from: () => `from (
    select *, "CHILD" || '|' || kind || '|' || year(_end) as id from (
      select "CHILD", _end, 'Dental check' as kind from oc2 where "TEETH_CHECK"
      union all select "CHILD", _end, 'Health assessment' from oc2 where "HEALTH_ASSESSMENT"
      union all select "CHILD", _end, 'Health surveillance check' from oc2 where "HEALTH_CHECK"))`,
  columns: {
    clah_health_check_id: column('id', ...asked),
    clah_person_id: column('"CHILD"', 'oc2.CHILD'),
    clah_health_check_type: column('kind', ...asked),
    clah_health_check_date: column('_end', ...asked),
    clah_health_check_status: column(`'Derived from a yes in OC2'`, ...asked),
  },
};

export const sdqScores: Mapping = {
  dataset: 'ssd_sdq_scores',
  files: ['oc2'],
  yearly: true,
  from: () => 'from oc2 where "SDQ_SCORE" is not null or "SDQ_REASON" is not null',
  columns: {
    csdq_table_id: column(`"CHILD" || '|SDQ|' || year(_end)`, 'oc2.CHILD'),
    csdq_person_id: column('"CHILD"', 'oc2.CHILD'),
    csdq_sdq_completed_date: column('case when "SDQ_SCORE" is not null then _end end', 'oc2.SDQ_SCORE'),
    csdq_sdq_reason: column('"SDQ_REASON"', 'oc2.SDQ_REASON'),
    csdq_sdq_score: column('"SDQ_SCORE"', 'oc2.SDQ_SCORE'),
  },
};

/** OC2 says that a child was convicted in the year, not when or of what. */
export const convictions: Mapping = {
  dataset: 'ssd_cla_convictions',
  files: ['oc2'],
  yearly: true,
  from: () => 'from oc2 where "CONVICTED"',
  columns: {
    clac_cla_conviction_id: column(`"CHILD" || '|CONVICTED|' || year(_end)`, 'oc2.CHILD', 'oc2.CONVICTED'),
    clac_person_id: column('"CHILD"', 'oc2.CHILD', 'oc2.CONVICTED'),
  },
};

export const immunisations: Mapping = {
  dataset: 'ssd_cla_immunisations',
  files: ['oc2'],
  yearly: true,
  from: () => 'from oc2 where "IMMUNISATIONS" is not null',
  columns: {
    clai_person_id: column('"CHILD"', 'oc2.CHILD'),
    clai_immunisations_status: column('"IMMUNISATIONS"', 'oc2.IMMUNISATIONS'),
    clai_immunisations_status_date: column('_end', 'oc2.IMMUNISATIONS'),
  },
};

/** OC2 says that there was misuse in the year, not when or of what. */
export const substanceMisuse: Mapping = {
  dataset: 'ssd_cla_substance_misuse',
  files: ['oc2'],
  yearly: true,
  from: () => 'from oc2 where "SUBSTANCE_MISUSE"',
  columns: {
    clas_substance_misuse_id: column(`"CHILD" || '|MISUSE|' || year(_end)`, 'oc2.CHILD', 'oc2.SUBSTANCE_MISUSE'),
    clas_person_id: column('"CHILD"', 'oc2.CHILD', 'oc2.SUBSTANCE_MISUSE'),
    clas_intervention_received: column('"INTERVENTION_RECEIVED"', 'oc2.SUBSTANCE_MISUSE', 'oc2.INTERVENTION_RECEIVED'),
  },
};
