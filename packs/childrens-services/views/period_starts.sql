-- When each period of care began: the earliest date entered care given on its episodes, else its first start.
select
  period_id,
  coalesce(min(entered_care_on), min(started_on)) as began_on
from period_episodes
group by period_id
