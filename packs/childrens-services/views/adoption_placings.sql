-- Children placed for adoption, with the day each entered care: of the period that the permanence row names by CLA id (of
-- several episodes with that id, the one with the latest start, then the highest id), else of the period of the person's
-- episode open that day with the latest start (ties: the highest id), else unknown.
with named as (
  select
    q.perm_table_id,
    e.period_id,
    row_number() over (partition by q.perm_table_id order by e.started_on desc nulls last, e.episode_id desc) as place
  from ssd_permanence q
  join period_episodes e on e.cla_id = q.perm_cla_id
),
open_then as (
  select
    q.perm_table_id,
    e.period_id,
    row_number() over (partition by q.perm_table_id order by e.started_on desc, e.episode_id desc) as place
  from ssd_permanence q
  join period_episodes e
    on e.person_id = q.perm_person_id
    and e.started_on <= q.perm_placed_for_adoption_date
    and coalesce(e.ceased_on, date '9999-12-31') > q.perm_placed_for_adoption_date
)
select
  q.perm_table_id as case_id,
  q.perm_person_id as person_id,
  q.perm_placed_for_adoption_date as placed_on,
  s.began_on as entered_care_on
from ssd_permanence q
left join named n on n.perm_table_id = q.perm_table_id and n.place = 1
left join open_then o on o.perm_table_id = q.perm_table_id and o.place = 1
left join period_starts s on s.period_id = coalesce(n.period_id, o.period_id)
where q.perm_placed_for_adoption_date is not null
