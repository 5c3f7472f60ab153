-- Children's assessments, one row each.
select
  cina_assessment_id as case_id,
  cina_person_id as person_id,
  cina_referral_id as referral_id,
  cina_assessment_start_date as started_on,
  cina_assessment_auth_date as authorised_on,
  cina_assessment_child_seen as child_seen,
  cina_assessment_outcome_nfa as no_further_action,
  cina_assessment_team as team_id,
  cina_assessment_worker_id as worker_id
from ssd_cin_assessments
