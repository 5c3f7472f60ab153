-- Children looked after at each month end, one row per child: an episode is open, and the child is not on a short break.
-- The current period is that of the open episode with the latest start (ties: the highest id).
with open_episodes as (
  select
    m.as_at,
    m.rolling_12_start,
    e.person_id,
    e.episode_id,
    e.period_id,
    row_number() over (partition by m.as_at, e.person_id order by e.started_on desc, e.episode_id desc) as place
  from period_episodes e
  join month_ends m on e.started_on <= m.as_at and coalesce(e.ceased_on, date '9999-12-31') > m.as_at
  where e.person_id is not null
)
select
  o.as_at,
  o.person_id as case_id,
  o.person_id,
  o.period_id,
  s.began_on as period_began_on,
  u.person_id is not null as uasc,
  c.pers_dob as born_on,
  p.case_id as placement_id,
  p.started_on as placement_started_on,
  p.placement_type,
  p.provider as placement_provider,
  p.distance as placement_distance
from open_episodes o
left join short_break_at b on b.as_at = o.as_at and b.person_id = o.person_id
left join period_starts s on s.period_id = o.period_id
left join uasc_at u on u.as_at = o.as_at and u.person_id = o.person_id
left join ssd_person c on c.pers_person_id = o.person_id
left join placement_at p on p.as_at = o.as_at and p.person_id = o.person_id
where o.place = 1 and b.short_break is not true
