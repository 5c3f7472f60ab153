-- Complaints at the first stage with the day by which an answer is due: ten working days after they came in.
select
  complaint_id as case_id,
  person_id,
  team_id,
  received_on,
  add_working_days(received_on, 10) as due_on,
  answered_on
from complaints
where stage = 1
