-- Zoë's plans: letters of two bytes before the place
select
  p.plan_id as case_id, p.person_id, p.startd as started_on, ended as ended_on, p.category, person_id as born_on,
  z.born
from plans p
join people q on q.person_id = p.person_id
