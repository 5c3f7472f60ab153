-- Each day on which a child was seen while a plan of theirs was open, with the day seen before it: the last one under the
-- same plan, or the day the plan began.
with days as (
  select distinct
    p.case_id as plan_id,
    p.person_id,
    p.started_on,
    p.other_authority,
    v.cppv_cp_visit_date as seen_on
  from cp_plans p
  join ssd_cp_visits v
    on v.cppv_person_id = p.person_id
    and v.cppv_cp_visit_date >= p.started_on
    and v.cppv_cp_visit_date < coalesce(p.ended_on, date '9999-12-31')
  where v.cppv_cp_visit_seen
)
select
  plan_id || '/' || cast(seen_on as text) as case_id,
  person_id,
  seen_on,
  coalesce(lag(seen_on) over (partition by plan_id order by seen_on), started_on) as seen_before_on,
  other_authority
from days
