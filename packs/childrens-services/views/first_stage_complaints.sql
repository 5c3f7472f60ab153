-- Complaints at the first stage with the day by which an answer is due: the tenth working day after they came in.
select
  c.complaint_id as case_id,
  c.person_id,
  c.team_id,
  c.received_on,
  due.day as due_on,
  c.answered_on
from complaints c
join calendar received on received.day = c.received_on
join calendar due on due.running = received.running + 10 and due.working_day
where c.stage = 1
