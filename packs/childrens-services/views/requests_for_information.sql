-- Requests under the Freedom of Information Act with the day by which an answer is due: the twentieth working day after
-- they came in.
select
  r.request_id as case_id,
  r.team_id,
  r.received_on,
  due.day as due_on,
  r.answered_on
from information_requests r
join calendar received on received.day = r.received_on
join calendar due on due.running = received.running + 20 and due.working_day
