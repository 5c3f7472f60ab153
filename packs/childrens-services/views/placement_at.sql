-- The placement of a person at each month end: of those open, temporary and absence codes left out, the one with the
-- latest start (ties: the highest id).
with ranked as (
  select
    m.as_at,
    p.person_id,
    p.case_id,
    p.started_on,
    p.placement_type,
    p.provider,
    p.distance,
    row_number() over (partition by m.as_at, p.person_id order by p.started_on desc, p.case_id desc) as place
  from placements p
  join month_ends m on p.started_on <= m.as_at and coalesce(p.ended_on, date '9999-12-31') > m.as_at
  where not p.temporary and p.person_id is not null
)
select as_at, person_id, case_id, started_on, placement_type, provider, distance
from ranked
where place = 1
