-- Child protection plans, one row each, another authority's plans included and marked.
select
  cppl_cp_plan_id as case_id,
  cppl_person_id as person_id,
  cppl_cp_plan_start_date as started_on,
  cppl_cp_plan_end_date as ended_on,
  cppl_cp_plan_ola as other_authority,
  cppl_cp_plan_latest_category as category
from ssd_cp_plans
