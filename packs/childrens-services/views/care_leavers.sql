-- Young people who have left care, one row a person (of several, the one with the highest id), as the extract has them.
-- Those who died or went home for good are marked as gone.
with ranked as (
  select
    clea_table_id as case_id,
    clea_person_id as person_id,
    lower(clea_care_leaver_eligibility) as eligibility,
    upper(trim(clea_care_leaver_in_touch)) as in_touch,
    upper(trim(clea_care_leaver_accommodation)) as accommodation,
    upper(trim(clea_care_leaver_accom_suitable)) as suitability,
    upper(trim(clea_care_leaver_activity)) as activity,
    clea_pathway_plan_review_date as plan_reviewed_on,
    clea_care_leaver_allocated_team as team_id,
    clea_care_leaver_worker_id as worker_id,
    row_number() over (partition by clea_person_id order by clea_table_id desc) as place
  from ssd_care_leavers
  where clea_person_id is not null
)
select
  r.case_id,
  r.person_id,
  c.pers_dob as born_on,
  c.pers_death_date as died_on,
  coalesce(r.eligibility like '%relevant%', false) as relevant,
  coalesce(r.eligibility like '%former relevant%', false) as former_relevant,
  coalesce(r.in_touch in ('DIED', 'RHOM'), false) as gone,
  r.in_touch,
  r.accommodation,
  r.suitability,
  r.activity,
  r.plan_reviewed_on,
  r.team_id,
  r.worker_id
from ranked r
join ssd_person c on c.pers_person_id = r.person_id
where r.place = 1
