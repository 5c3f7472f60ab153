-- Review conferences of child protection plans, one row each.
select
  cppr_cp_review_id as case_id,
  cppr_person_id as person_id,
  cppr_cp_plan_id as plan_id,
  cppr_cp_review_due as due_on,
  cppr_cp_review_date as held_on
from ssd_cp_reviews
