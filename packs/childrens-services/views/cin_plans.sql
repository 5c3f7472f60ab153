-- Plans of children in need, one row each.
select
  cinp_cin_plan_id as case_id,
  cinp_person_id as person_id,
  cinp_cin_plan_start_date as started_on,
  cinp_cin_plan_end_date as ended_on,
  cinp_cin_plan_team as team_id,
  cinp_cin_plan_worker_id as worker_id
from ssd_cin_plans
