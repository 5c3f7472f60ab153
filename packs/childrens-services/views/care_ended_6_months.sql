-- Periods of care with the day six months after their end, and the team that held the child on the day before it; short
-- breaks are left out.
select
  p.case_id,
  p.person_id,
  p.ended_on,
  add_months(p.ended_on, 6) as six_months_on,
  p.ended_reason,
  h.team_id
from care_periods p
left join holding h on h.person_id = p.person_id and h.held_from <= p.ended_on - 1 and h.held_to > p.ended_on - 1
where p.person_id is not null and not p.short_break_before_end
