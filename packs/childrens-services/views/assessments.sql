-- Children's assessments, one row each, with the child's date of birth.
select
  a.cina_assessment_id as case_id,
  a.cina_person_id as person_id,
  a.cina_referral_id as referral_id,
  a.cina_assessment_start_date as started_on,
  a.cina_assessment_auth_date as authorised_on,
  a.cina_assessment_child_seen as child_seen,
  a.cina_assessment_team as team_id,
  a.cina_assessment_worker_id as worker_id,
  p.pers_dob as born_on
from ssd_cin_assessments a
left join ssd_person p on p.pers_person_id = a.cina_person_id
