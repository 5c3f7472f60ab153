-- Requests under the Freedom of Information Act with the day by which an answer is due: twenty working days after they
-- came in.
select
  request_id as case_id,
  team_id,
  received_on,
  add_working_days(received_on, 20) as due_on,
  answered_on
from information_requests
