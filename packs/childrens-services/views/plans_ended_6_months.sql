-- Child protection plans with the day six months after their end, and the team that held the child on the day before it.
select
  p.case_id,
  p.person_id,
  p.ended_on,
  add_months(p.ended_on, 6) as six_months_on,
  p.other_authority,
  h.team_id
from cp_plans p
left join holding h on h.person_id = p.person_id and h.held_from <= p.ended_on - 1 and h.held_to > p.ended_on - 1
where p.ended_on is not null
