import { type AnnexMapping, as, asFlag, asWords, child, column, id, numbered, person } from './mapping.ts';

const planStart = 'Child Protection Plan Start Date';
const visit = 'Date of the Last Statutory Visit';
const review = 'Date of latest review conference';
const careStart = 'Date Started to be Looked After';
const careEnd = 'Date Ceased to be Looked After';
const care = [`8.${child}`, `8.${careStart}`] as const;

export const plans: AnnexMapping = {
  dataset: 'ssd_cp_plans',
  lists: [7],
  window: 'six-months',
  from: numbered(7, planStart),
  columns: {
    cppl_cp_plan_id: id(7, planStart),
    cppl_person_id: person(7),
    cppl_cp_plan_start_date: as(7, planStart),
    cppl_cp_plan_end_date: as(7, 'Child Protection Plan End Date'),
    cppl_cp_plan_initial_category: as(7, 'Initial Category of Abuse'),
    cppl_cp_plan_latest_category: as(7, 'Latest Category of Abuse'),
    // The list is of the authority's own plans.
    cppl_cp_plan_ola: column('false', `7.${planStart}`),
  },
};

export const planVisits: AnnexMapping = {
  dataset: 'ssd_cp_visits',
  lists: [7],
  window: 'as-at',
  from: `from (select * ${numbered(7, planStart)}) l where l."${visit}" is not null`,
  columns: {
    cppv_cp_visit_id: column(`l._id || '|VISIT'`, `7.${child}`, `7.${planStart}`, `7.${visit}`),
    cppv_person_id: person(7),
    cppv_cp_plan_id: id(7, planStart),
    cppv_cp_visit_date: as(7, visit),
    cppv_cp_visit_seen_alone: asFlag(7, 'Was the Child Seen Alone?'),
  },
};

export const planReviews: AnnexMapping = {
  dataset: 'ssd_cp_reviews',
  lists: [7],
  window: 'as-at',
  from: `from (select * ${numbered(7, planStart)}) l where l."${review}" is not null`,
  columns: {
    cppr_cp_review_id: column(`l._id || '|REVIEW'`, `7.${child}`, `7.${planStart}`, `7.${review}`),
    cppr_person_id: person(7),
    cppr_cp_plan_id: id(7, planStart),
    cppr_cp_review_date: as(7, review),
  },
};

export const needVisits: AnnexMapping = {
  dataset: 'ssd_cin_visits',
  lists: [6],
  window: 'as-at',
  from: `from (select * ${numbered(6, 'CIN Start Date')}) l where l."Date Child Was Last Seen" is not null`,
  columns: {
    cinv_cin_visit_id: column(`l._id || '|SEEN'`, `6.${child}`, '6.Date Child Was Last Seen'),
    cinv_person_id: person(6),
    cinv_cin_visit_date: as(6, 'Date Child Was Last Seen'),
    cinv_cin_visit_seen: column('true', '6.Date Child Was Last Seen'),
  },
};

/** A row of list 8 is a whole period of care: its first day is the day on which the child started to be looked after. */
export const periods: AnnexMapping = {
  dataset: 'ssd_cla_episodes',
  lists: [8],
  window: 'six-months',
  from: numbered(8, careStart),
  columns: {
    clae_cla_episode_id: column('l._id', ...care),
    clae_person_id: person(8),
    clae_cla_episode_start_date: as(8, careStart),
    clae_cla_episode_start_reason: column(`'S'`, ...care),
    clae_cla_primary_need_code: as(8, "Child's Category of Need"),
    clae_cla_episode_ceased_date: as(8, careEnd),
    clae_cla_episode_ceased_reason: as(8, 'Reason Ceased to be Looked After'),
    clae_cla_id: column('l._id', ...care),
    clae_cla_placement_id: column(`l._id || '|PLACEMENT'`, ...care),
    clae_entered_care_date: as(8, careStart),
    clae_cla_last_iro_contact_date: as(8, 'Date of Last IRO Visit / Contact to the Child'),
  },
};

export const placements: AnnexMapping = {
  dataset: 'ssd_cla_placement',
  lists: [8],
  window: 'as-at',
  from: numbered(8, careStart),
  columns: {
    clap_cla_placement_id: column(`l._id || '|PLACEMENT'`, ...care),
    clap_person_id: person(8),
    clap_cla_id: column('l._id', ...care),
    clap_cla_placement_start_date: as(8, 'Start Date of Most Recent Placement'),
    clap_cla_placement_end_date: as(8, careEnd),
    clap_cla_placement_type: as(8, 'Placement Type'),
    clap_cla_placement_provider: as(8, 'Placement Provider'),
    clap_cla_placement_postcode: as(8, 'Placement postcode'),
    clap_cla_placement_urn: as(8, 'URN of Placement'),
  },
};

export const legalStatuses: AnnexMapping = {
  dataset: 'ssd_legal_status',
  lists: [8],
  window: 'as-at',
  from: numbered(8, careStart),
  columns: {
    lega_legal_status_id: column(`l._id || '|STATUS'`, ...care),
    lega_person_id: person(8),
    lega_legal_status: as(8, "Child's Legal Status"),
    lega_legal_status_start_date: as(8, 'Start date of current legal status'),
    lega_legal_status_end_date: as(8, careEnd),
  },
};

export const careReviews: AnnexMapping = {
  dataset: 'ssd_cla_reviews',
  lists: [8],
  window: 'as-at',
  from: `from (select * ${numbered(8, careStart)}) l where l."Date of Latest Statutory Review" is not null`,
  columns: {
    clar_cla_review_id: column(`l._id || '|REVIEW'`, ...care),
    clar_cla_id: column('l._id', ...care),
    clar_cla_person_id: person(8),
    clar_cla_review_date: as(8, 'Date of Latest Statutory Review'),
  },
};

export const careVisits: AnnexMapping = {
  dataset: 'ssd_cla_visits',
  lists: [8],
  window: 'as-at',
  from: `from (select * ${numbered(8, careStart)}) l where l."Date of Last Social Work Visit" is not null`,
  columns: {
    clav_cla_visit_id: column(`l._id || '|VISIT'`, ...care),
    clav_cla_id: column('l._id', ...care),
    clav_person_id: person(8),
    clav_cla_visit_date: as(8, 'Date of Last Social Work Visit'),
  },
};

const health = 'Date of Last Health Assessment';
const dental = 'Date of Last Dental Check';

export const healthChecks: AnnexMapping = {
  dataset: 'ssd_cla_health',
  lists: [8],
  window: 'as-at',
  from: `from (
    select "${child}", 'Health assessment' as kind, "${health}" as day, _id ${numbered(8, careStart)} where "${health}" is not null
    union all
    select "${child}", 'Dental check', "${dental}", _id ${numbered(8, careStart)} where "${dental}" is not null) l`,
  columns: {
    clah_health_check_id: column(`l._id || '|' || l.kind`, ...care, `8.${health}`, `8.${dental}`),
    clah_person_id: person(8),
    clah_health_check_type: column('l.kind', `8.${health}`, `8.${dental}`),
    clah_health_check_date: column('l.day', `8.${health}`, `8.${dental}`),
    clah_health_check_status: column(`'Latest of Annex A'`, `8.${health}`, `8.${dental}`),
  },
};

const uasc = 'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)';

/** The list says that a child was unaccompanied and not since when: from the start of its care. */
export const unaccompanied: AnnexMapping = {
  dataset: 'ssd_immigration_status',
  lists: [8],
  window: 'as-at',
  from: `from (select * ${numbered(8, careStart)}) l where l."${uasc}" = 'Y'`,
  columns: {
    immi_immigration_status_id: column(`l._id || '|UASC'`, ...care, `8.${uasc}`),
    immi_person_id: person(8),
    immi_immigration_status: column(`'UASC'`, `8.${uasc}`),
    immi_immigration_status_start_date: column(`l."${careStart}"`, ...care, `8.${uasc}`),
    // No end is known: a child who ceased to be unaccompanied within the year counts as such.
    immi_immigration_status_end_date: column('null::date', `8.${uasc}`),
  },
};

export const careLeavers: AnnexMapping = {
  dataset: 'ssd_care_leavers',
  lists: [9],
  window: 'as-at',
  from: numbered(9, 'Date of Birth'),
  columns: {
    clea_table_id: column('l._id', `9.${child}`),
    clea_person_id: person(9),
    clea_care_leaver_eligibility: asWords(9, 'Eligibility Category'),
    clea_care_leaver_in_touch: as(9, 'LA in Touch'),
    clea_care_leaver_latest_contact: as(9, 'Latest Date of Contact'),
    clea_care_leaver_accommodation: as(9, 'Type of Accommodation'),
    clea_care_leaver_accom_suitable: as(9, 'Suitability of Accommodation'),
    clea_care_leaver_activity: as(9, 'Activity Status'),
    clea_pathway_plan_review_date: as(9, 'Latest Pathway Plan Review Date'),
    clea_care_leaver_personal_advisor: as(9, 'Allocated Personal Advisor'),
    clea_care_leaver_allocated_team: as(9, 'Allocated Team'),
    clea_care_leaver_worker_id: as(9, 'Allocated Worker'),
  },
};
