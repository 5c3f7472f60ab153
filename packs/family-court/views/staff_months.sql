-- Each member of staff and calendar month, with the working days on which they were in post.
with months as (
  select
    cast(date_trunc('month', day) as date) as month_first,
    max(day) as month_last
  from calendar
  where day >= date '2000-01-01'
  group by cast(date_trunc('month', day) as date)
)
select
  s.staff_id || '/' || cast(m.month_first as text) as case_id,
  s.staff_id,
  s.team_id,
  m.month_first,
  working_days(greatest(s.started_on, m.month_first) - 1, least(s.left_on - 1, m.month_last)) as days
from staff s
join months m on s.started_on <= m.month_last and coalesce(s.left_on, date '9999-12-31') > m.month_first
