-- At each month end, each person that a worker in a filled social-work post is involved with, once for each such post.
select
  m.as_at,
  p.worker_id || '/' || i.invo_person_id as case_id,
  p.worker_id,
  i.invo_person_id as person_id,
  p.team_id
from posts p
join month_ends m on p.from_day <= m.as_at and coalesce(p.to_day, date '9999-12-31') > m.as_at
join ssd_involvements i
  on i.invo_professional_id = p.worker_id
  and i.invo_involvement_start_date <= m.as_at
  and coalesce(i.invo_involvement_end_date, date '9999-12-31') > m.as_at
where p.social_work and p.filled_by <> 'vacant' and i.invo_person_id is not null
