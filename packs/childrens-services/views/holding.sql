-- Who holds a person from when: one row from each day on which it can change, until the next row.
-- Of the involvements open on that day it is the one with the latest start (ties: the highest id); the row is chosen
-- first, so an unknown team on it stays unknown.
with edges as (
  select invo_person_id as person_id, invo_involvement_start_date as day
  from ssd_involvements
  where invo_person_id is not null and invo_involvement_start_date is not null
  union
  select invo_person_id as person_id, invo_involvement_end_date as day
  from ssd_involvements
  where invo_person_id is not null and invo_involvement_end_date is not null
),
ranked as (
  select
    e.person_id,
    e.day,
    i.invo_professional_team as team_id,
    i.invo_professional_id as worker_id,
    row_number() over (
      partition by e.person_id, e.day
      order by i.invo_involvement_start_date desc nulls last, i.invo_involvements_id desc nulls last
    ) as place
  from edges e
  left join ssd_involvements i
    on i.invo_person_id = e.person_id
    and i.invo_involvement_start_date <= e.day
    and coalesce(i.invo_involvement_end_date, date '9999-12-31') > e.day
)
select person_id, day as held_from, team_id, worker_id
from ranked
where place = 1
