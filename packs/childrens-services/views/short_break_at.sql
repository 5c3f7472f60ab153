-- Whether a person is on a short break at each month end: the legal status open then with the latest start decides.
with ranked as (
  select
    m.as_at,
    b.person_id,
    b.short_break,
    row_number() over (partition by m.as_at, b.person_id order by b.started_on desc, b.legal_status_id desc) as place
  from short_breaks b
  join month_ends m on b.started_on <= m.as_at and coalesce(b.ended_on, date '9999-12-31') > m.as_at
)
select as_at, person_id, short_break
from ranked
where place = 1
