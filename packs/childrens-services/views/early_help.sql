-- Episodes of early help and family support, one row each.
select
  earl_episode_id as case_id,
  earl_person_id as person_id,
  earl_episode_start_date as started_on,
  earl_episode_end_date as ended_on,
  earl_episode_reason as reason,
  earl_episode_end_reason as end_reason,
  earl_episode_worker_id as worker_id
from ssd_early_help_episodes
