-- Periods of care that have ended, one row each: none of their episodes is open, and the last one did not end with X1.
-- The end and its reason are those of the episode that ceased last (ties: the highest id).
with ranked as (
  select
    period_id,
    person_id,
    episode_id,
    ceased_on,
    ceased_reason,
    row_number() over (partition by period_id order by ceased_on desc nulls last, episode_id desc) as place,
    count(*) over (partition by period_id) as episodes,
    count(ceased_on) over (partition by period_id) as ceased
  from period_episodes
),
ended as (
  select period_id, person_id, episode_id, ceased_on as ended_on, ceased_reason as ended_reason
  from ranked
  where place = 1 and episodes = ceased and ceased_reason is distinct from 'X1'
),
status as (
  select
    e.period_id,
    b.short_break,
    row_number() over (partition by e.period_id order by b.started_on desc, b.legal_status_id desc) as place
  from ended e
  join short_breaks b
    on b.person_id = e.person_id
    and b.started_on <= e.ended_on - 1
    and coalesce(b.ended_on, date '9999-12-31') > e.ended_on - 1
)
select
  e.period_id as case_id,
  e.person_id,
  e.episode_id as last_episode_id,
  p.began_on,
  e.ended_on,
  e.ended_reason,
  coalesce(s.short_break, false) as short_break_before_end
from ended e
left join period_starts p on p.period_id = e.period_id
left join status s on s.period_id = e.period_id and s.place = 1
