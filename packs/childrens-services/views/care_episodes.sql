-- Episodes of care with the episode each one continues: an earlier one of the person that ceased with reason X1 on the
-- day this one starts; of several, the one with the latest start, then the highest id.
with episodes as (
  select
    clae_cla_episode_id as case_id,
    clae_person_id as person_id,
    clae_cla_episode_start_date as started_on,
    upper(trim(clae_cla_episode_start_reason)) as start_reason,
    clae_cla_episode_ceased_date as ceased_on,
    upper(trim(clae_cla_episode_ceased_reason)) as ceased_reason,
    clae_cla_id as cla_id,
    clae_entered_care_date as entered_care_on
  from ssd_cla_episodes
),
links as (
  select
    e.case_id,
    b.case_id as continues,
    row_number() over (partition by e.case_id order by b.started_on desc, b.case_id desc) as place
  from episodes e
  join episodes b
    on b.person_id = e.person_id
    and b.ceased_on = e.started_on
    and b.ceased_reason = 'X1'
    and (b.started_on < e.started_on or (b.started_on = e.started_on and b.case_id < e.case_id))
)
select
  e.case_id,
  e.person_id,
  e.started_on,
  e.start_reason,
  e.ceased_on,
  e.ceased_reason,
  e.cla_id,
  e.entered_care_on,
  l.continues
from episodes e
left join links l on l.case_id = e.case_id and l.place = 1
