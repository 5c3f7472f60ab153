-- Sickness absences of workers who were in a social-work post on the day they fell ill.
select
  a.absence_id as case_id,
  a.worker_id,
  a.team_id,
  a.began_on,
  coalesce(a.days_lost, 0) as days_lost
from workforce_absences a
where exists (
  select 1
  from posts p
  where
    p.social_work
    and p.filled_by <> 'vacant'
    and p.worker_id = a.worker_id
    and p.from_day <= a.began_on
    and coalesce(p.to_day, date '9999-12-31') > a.began_on
)
