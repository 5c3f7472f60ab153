-- Plans, one row each,
-- with the date of birth of the child.
select
  p.plan_id as case_id,
  p.person_id,
  p.started as started_on,
  p.ended as ended_on,
  upper(p.category) as category,
  q.born as born_on
from plans p
left join people q on q.person_id = p.person_id
; -- the end
