-- Each episode of care with the period of care it belongs to, which is named by its first episode.
with recursive chain as (
  select case_id as episode_id, case_id as period_id
  from care_episodes
  where continues is null
  union all
  select e.case_id as episode_id, c.period_id
  from care_episodes e
  join chain c on c.episode_id = e.continues
)
select
  c.episode_id,
  c.period_id,
  e.person_id,
  e.started_on,
  e.ceased_on,
  e.ceased_reason,
  e.cla_id,
  e.entered_care_on
from chain c
join care_episodes e on e.case_id = c.episode_id
