-- Working days lost to sickness. An absence is long-term where more than 28 days lie from its first day to its last,
-- both counted; all its days are then. A weekend or a bank holiday loses nothing.
with spells as (
  select
    absence_id,
    staff_id,
    day,
    lost,
    days_between(
      min(day) over (partition by staff_id, absence_id), max(day) over (partition by staff_id, absence_id)
    ) + 1 > 28 as long_term
  from absence_days
  where reason = 'sickness'
)
select
  a.absence_id || '/' || cast(a.day as text) as case_id,
  a.staff_id,
  a.day,
  a.lost,
  a.long_term,
  s.team_id
from spells a
join calendar c on c.day = a.day
join staff s on s.staff_id = a.staff_id
where c.working_day
