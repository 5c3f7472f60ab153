-- Enquiries under section 47, one row each.
select
  s47e_s47_enquiry_id as case_id,
  s47e_person_id as person_id,
  s47e_s47_start_date as started_on,
  s47e_s47_end_date as ended_on,
  s47e_s47_completed_by_team as team_id,
  s47e_s47_completed_by_worker_id as worker_id
from ssd_s47_enquiry
