import { referralOf } from './link.ts';
import type { Mapping } from './mapping.ts';

export const referrals: Mapping = {
  dataset: 'ssd_cin_episodes',
  anyOf: ['referral'],
  from: 'from census_known_referral',
  columns: {
    cine_referral_id: 'id',
    cine_person_id: '"LAchildID"',
    cine_referral_date: '"CINreferralDate"',
    cine_cin_primary_need_code: '"PrimaryNeedCode"',
    cine_referral_source_code: '"ReferralSource"',
    cine_referral_nfa: '"ReferralNFA"',
    cine_close_reason: '"ReasonForClosure"',
    cine_close_date: '"CINclosureDate"',
  },
};

export const assessments: Mapping = {
  dataset: 'ssd_cin_assessments',
  anyOf: ['assessment'],
  from: `from census_known_assessment a ${referralOf('a')}`,
  columns: {
    cina_assessment_id: 'a.id',
    cina_person_id: 'a."LAchildID"',
    cina_referral_id: 'r.id',
    cina_assessment_start_date: 'a."AssessmentActualStartDate"',
    cina_assessment_auth_date: 'a."AssessmentAuthorisationDate"',
  },
};

/** The factors of an assessment are one row, a list as the SSD has it: ["1A","4B"]. */
export const assessmentFactors: Mapping = {
  dataset: 'ssd_assessment_factors',
  anyOf: ['factor'],
  from: `from (
    select _assessment, to_json(list("AssessmentFactors" order by "AssessmentFactors"))::varchar as found
    from census_factor where "AssessmentFactors" is not null group by _assessment) f
    join census_known_assessment a using (_assessment)`,
  columns: { cinf_table_id: 'a.id', cinf_assessment_id: 'a.id', cinf_assessment_factors_json: 'f.found' },
};

export const needPlans: Mapping = {
  dataset: 'ssd_cin_plans',
  anyOf: ['need_plan'],
  from: `from census_known_need_plan p ${referralOf('p')}`,
  columns: {
    cinp_cin_plan_id: 'p.id',
    cinp_referral_id: 'r.id',
    cinp_person_id: 'p."LAchildID"',
    cinp_cin_plan_start_date: 'p."CINPlanStartDate"',
    cinp_cin_plan_end_date: 'p."CINPlanEndDate"',
  },
};
