-- Initial child protection conferences, one row each, with the start of the enquiry each one names.
select
  c.icpc_icpc_id as case_id,
  c.icpc_person_id as person_id,
  c.icpc_icpc_date as held_on,
  c.icpc_icpc_transfer_in as transferred_in,
  c.icpc_icpc_outcome_cp_flag as led_to_plan,
  c.icpc_s47_enquiry_id as enquiry_id,
  e.s47e_s47_start_date as enquiry_started_on,
  c.icpc_icpc_team as team_id,
  c.icpc_icpc_worker_id as worker_id
from ssd_initial_cp_conference c
left join ssd_s47_enquiry e on e.s47e_s47_enquiry_id = c.icpc_s47_enquiry_id
