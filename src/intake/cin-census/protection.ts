import { referralOf } from './link.ts';
import type { Mapping } from './mapping.ts';

/** A census does not say when an enquiry ended or that it led to nothing. */
export const enquiries: Mapping = {
  dataset: 'ssd_s47_enquiry',
  anyOf: ['enquiry'],
  from: `from census_known_enquiry e ${referralOf('e')}`,
  columns: {
    s47e_s47_enquiry_id: 'e.id',
    s47e_referral_id: 'r.id',
    s47e_person_id: 'e."LAchildID"',
    s47e_s47_start_date: 'e."S47ActualStartDate"',
  },
};

export const conferences: Mapping = {
  dataset: 'ssd_initial_cp_conference',
  anyOf: ['enquiry', 'referral'],
  from: `from census_conference c ${referralOf('c')} left join census_plan_of_conference p on p.conference_id = c.id`,
  columns: {
    icpc_icpc_id: 'c.id',
    icpc_s47_enquiry_id: 'c.enquiry_id',
    icpc_person_id: 'c."LAchildID"',
    icpc_cp_plan_id: 'p.plan_id',
    icpc_referral_id: 'r.id',
    icpc_icpc_target_date: 'c."InitialCPCtarget"',
    icpc_icpc_date: 'c."DateOfInitialCPC"',
  },
};

export const protectionPlans: Mapping = {
  dataset: 'ssd_cp_plans',
  anyOf: ['protection_plan'],
  from: `from census_known_protection_plan p ${referralOf('p')}
    left join (select plan_id, min(conference_id) as conference_id from census_plan_of_conference group by plan_id) c on c.plan_id = p.id`,
  columns: {
    cppl_cp_plan_id: 'p.id',
    cppl_referral_id: 'r.id',
    cppl_icpc_id: 'c.conference_id',
    cppl_person_id: 'p."LAchildID"',
    cppl_cp_plan_start_date: 'p."CPPstartDate"',
    cppl_cp_plan_end_date: 'p."CPPendDate"',
    cppl_cp_plan_initial_category: 'p."InitialCategoryOfAbuse"',
    cppl_cp_plan_latest_category: 'p."LatestCategoryOfAbuse"',
  },
};

/** Reviews that were held: a census has no due dates. */
export const protectionReviews: Mapping = {
  dataset: 'ssd_cp_reviews',
  anyOf: ['protection_review'],
  from: 'from census_protection_review v left join census_known_protection_plan p on p._plan = v._plan',
  columns: {
    cppr_cp_review_id: `p.id || '|' || coalesce(v."CPPreviewDate"::varchar, '') || '|' || row_number() over (
      partition by v._plan, v."CPPreviewDate" order by v._review)`,
    cppr_person_id: 'v."LAchildID"',
    cppr_cp_plan_id: 'p.id',
    cppr_cp_review_date: 'v."CPPreviewDate"',
  },
};

/** Module 5, from 2026/27. The day on which pre-proceedings began stands for that of the decision to enter them. */
export const preProceedings: Mapping = {
  dataset: 'ssd_pre_proceedings',
  anyOf: ['proceedings'],
  from: 'from census_known_proceedings',
  columns: {
    prep_table_id: 'id',
    prep_person_id: '"LAchildID"',
    prep_pre_pro_decision_date: '"PPStartDate"',
    prep_initial_pre_pro_meeting_date: '"InitialPPMeetingDate"',
    prep_pre_pro_outcome: '"PPOutcome"',
    prep_agree_stepdown_issue_date: '"StepDecisionDate"',
    prep_pre_pro_letter_date: '"LBPSentDate"',
    prep_care_pro_letter_date: '"LetterInitCPDate"',
    prep_pre_pro_meetings_num: '"ReviewMeetingsCount"',
  },
};
