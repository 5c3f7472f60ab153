-- Episodes of going missing, one row each; being absent with the place known is not one, nor is an unknown kind.
select
  miss_table_id as case_id,
  miss_person_id as person_id,
  miss_missing_episode_start_date as started_on,
  miss_missing_episode_end_date as ended_on,
  upper(trim(miss_missing_rhi_offered)) as interview_offered,
  upper(trim(miss_missing_rhi_accepted)) as interview_accepted
from ssd_missing
where upper(trim(miss_missing_episode_type)) = 'M'
