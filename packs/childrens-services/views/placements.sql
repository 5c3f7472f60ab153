-- Placements, one row each; temporary and absence codes are marked, an unknown code is not one of them.
select
  clap_cla_placement_id as case_id,
  clap_person_id as person_id,
  clap_cla_placement_start_date as started_on,
  clap_cla_placement_end_date as ended_on,
  upper(trim(clap_cla_placement_type)) as placement_type,
  upper(trim(clap_cla_placement_provider)) as provider,
  clap_cla_placement_distance as distance,
  coalesce(
    upper(trim(clap_cla_placement_type)) in ('T0', 'T1', 'T2', 'T3', 'T4', 'Z1', 'Z11', 'Z12', 'Z13', 'Z14'),
    false
  ) as temporary
from ssd_cla_placement
