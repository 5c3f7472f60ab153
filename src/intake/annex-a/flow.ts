import { type AnnexMapping, as, asFlag, asWords, child, column, id, numbered, person } from './mapping.ts';

const strategy = 'Strategy discussion initiating Section 47 Enquiry Start Date';
const conference = 'Date of Initial Child Protection Conference';
const outcome = 'Did the Initial Child Protection Conference Result in a Child Protection Plan';

export const contacts: AnnexMapping = {
  dataset: 'ssd_contacts',
  lists: [1],
  window: 'six-months',
  from: numbered(1, 'Date of Contact'),
  columns: {
    cont_contact_id: id(1, 'Date of Contact'),
    cont_person_id: person(1),
    cont_contact_date: as(1, 'Date of Contact'),
    cont_contact_source_code: as(1, 'Contact Source'),
    cont_contact_source_desc: asWords(1, 'Contact Source'),
  },
};

export const earlyHelp: AnnexMapping = {
  dataset: 'ssd_early_help_episodes',
  lists: [2],
  window: 'six-months',
  from: numbered(2, 'Assessment start date'),
  columns: {
    earl_episode_id: id(2, 'Assessment start date'),
    earl_person_id: person(2),
    earl_episode_start_date: as(2, 'Assessment start date'),
    earl_episode_end_date: as(2, 'Assessment completion date'),
    earl_episode_organisation: as(2, 'Organisation completing assessment'),
  },
};

/**
 * Referrals and cases as rows of `cin_case`. A case of list 6 belongs to the child's latest referral of list 3 on or before
 * the day it began; one without such a referral is taken to have been referred on that day. Every case open in the six
 * months stands in list 6, so a referral without one opened no case: it closed on its own day.
 */
export const casesSql = `
  create or replace temp table cin_case as
    with referral as (select l.* ${numbered(3, 'Date of referral')}),
    cin as (select l.* ${numbered(6, 'CIN Start Date')}),
    linked as (
      select c._id, arg_max(r._id, (r."Date of referral", r._id)) as referral_id
      from cin c join referral r on r."${child}" = c."${child}" and r."Date of referral" <= c."CIN Start Date"
      group by c._id
    ),
    own as (
      -- A referral opens one case: the first that began after it; later ones stand for themselves.
      select _id, referral_id from (
        select k.*, row_number() over (partition by k.referral_id order by c."CIN Start Date", k._id) as place
        from linked k join cin c on c._id = k._id
      ) where place = 1
    )
    select coalesce(r._id, c._id) as _id, coalesce(r."${child}", c."${child}") as child,
      coalesce(r."Date of referral", c."CIN Start Date") as referred_on, r."Referral Source" as source, r."Referral NFA?" as nfa,
      coalesce(r."Allocated Team", c."Allocated Team") as team, coalesce(r."Allocated Worker", c."Allocated Worker") as worker,
      c."Primary Need Code" as need, c."Reason for Closure" as close_reason,
      case when c._id is null then r."Date of referral" else c."CIN Closure Date" end as closed_on,
      c._id is null as without_case, r._line as referral_line
    from referral r
    full join (select cin.*, own.referral_id from cin left join own on own._id = cin._id) c on c.referral_id = r._id;
`;

const cases = ['3.Child Unique ID', '3.Date of referral'] as const;
const ended = ['6.CIN Start Date', '6.CIN Closure Date'] as const;

export const referrals: AnnexMapping = {
  dataset: 'ssd_cin_episodes',
  lists: [3, 6],
  window: 'six-months',
  from: 'from cin_case l',
  columns: {
    cine_referral_id: column('l._id', ...cases),
    cine_person_id: column('l.child', ...cases),
    cine_referral_date: column('l.referred_on', ...cases),
    cine_referral_source_code: column('l.source', '3.Referral Source'),
    cine_referral_source_desc: { ...column('l.source', '3.Referral Source'), inWords: true },
    cine_referral_nfa: column(`case l.nfa when 'Y' then true when 'N' then false end`, '3.Referral NFA?'),
    cine_cin_primary_need_code: column('l.need', '6.Primary Need Code'),
    cine_close_date: column('l.closed_on', ...cases, ...ended),
    cine_close_reason: column('l.close_reason', '6.Reason for Closure'),
    cine_referral_team: column('l.team', '3.Allocated Team'),
    cine_referral_worker_id: column('l.worker', '3.Allocated Worker'),
  },
};

const assessed = "Was the child assessed as requiring LA children's social care support?";

export const assessments: AnnexMapping = {
  dataset: 'ssd_cin_assessments',
  lists: [4],
  window: 'six-months',
  from: numbered(4, 'Continuous Assessment Start Date'),
  columns: {
    cina_assessment_id: id(4, 'Continuous Assessment Start Date'),
    cina_person_id: person(4),
    cina_assessment_start_date: as(4, 'Continuous Assessment Start Date'),
    cina_assessment_child_seen: asFlag(4, 'Child Seen During Continuous Assessment'),
    cina_assessment_auth_date: as(4, 'Continuous Assessment Date of Authorisation'),
    // Not assessed as requiring support is no further action.
    cina_assessment_outcome_nfa: column(
      `case l."${assessed}" when 'N' then true when 'Y' then false end`,
      `4.${assessed}`,
    ),
    cina_assessment_team: as(4, 'Allocated Team'),
    cina_assessment_worker_id: as(4, 'Allocated Worker'),
  },
};

export const enquiries: AnnexMapping = {
  dataset: 'ssd_s47_enquiry',
  lists: [5],
  window: 'six-months',
  from: numbered(5, strategy),
  columns: {
    s47e_s47_enquiry_id: id(5, strategy),
    s47e_person_id: person(5),
    s47e_s47_start_date: as(5, strategy),
    s47e_s47_completed_by_worker_id: as(5, 'Allocated Worker'),
    s47e_s47_completed_by_team: as(5, 'Allocated Team'),
  },
};

/** A row of list 5 with the date of a conference is an enquiry that led to it. */
export const conferences: AnnexMapping = {
  dataset: 'ssd_initial_cp_conference',
  lists: [5],
  window: 'six-months',
  from: `from (select * ${numbered(5, strategy)}) l where l."${conference}" is not null`,
  columns: {
    icpc_icpc_id: column(`l._id || '|ICPC'`, `5.${child}`, `5.${strategy}`, `5.${conference}`),
    icpc_s47_enquiry_id: id(5, strategy),
    icpc_person_id: person(5),
    icpc_icpc_date: as(5, conference),
    icpc_icpc_outcome_cp_flag: asFlag(5, outcome),
    icpc_icpc_team: as(5, 'Allocated Team'),
    icpc_icpc_worker_id: as(5, 'Allocated Worker'),
  },
};

const planned = 'Date of Decision that Child Should be Placed for Adoption';

export const permanence: AnnexMapping = {
  dataset: 'ssd_permanence',
  lists: [10],
  window: 'six-months',
  from: numbered(10, planned),
  columns: {
    perm_table_id: id(10, planned),
    perm_person_id: person(10),
    perm_adm_decision_date: as(10, planned),
    perm_placement_order_date: as(10, 'Date of Placement Order'),
    perm_matched_date: as(10, 'Date of Matching Child and Prospective Adopters'),
    perm_placed_for_adoption_date: as(10, 'Date Placed for Adoption'),
    perm_permanence_order_date: as(10, 'Date of Adoption Order'),
    perm_decision_reversed_date: as(10, 'Date of Decision that Child Should No Longer be Placed for Adoption'),
    perm_decision_reversed_reason: as(10, 'Reason Why Child No Longer Placed for Adoption'),
    perm_placed_ffa_cp_date: as(10, 'Date the child was placed for fostering in FFA or concurrent planning placement'),
  },
};
