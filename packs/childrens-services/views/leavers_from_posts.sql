-- Permanent social-work posts that a worker left without taking up another post on that day.
select
  p.case_id,
  p.team_id,
  p.role,
  p.worker_id,
  p.fte,
  p.to_day as left_on
from posts p
where
  p.social_work
  and p.filled_by = 'permanent'
  and p.worker_id is not null
  and p.from_day < p.to_day
  and not exists (
    select 1
    from posts other
    where
      other.worker_id = p.worker_id
      and other.case_id <> p.case_id
      and other.filled_by <> 'vacant'
      and other.from_day <= p.to_day
      and coalesce(other.to_day, date '9999-12-31') > p.to_day
  )
