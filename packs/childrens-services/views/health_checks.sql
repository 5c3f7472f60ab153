-- Health checks of children looked after; refused and cancelled ones are not checks.
select
  clah_health_check_id as case_id,
  clah_person_id as person_id,
  clah_health_check_date as checked_on,
  coalesce(lower(clah_health_check_type) like '%dental%', false) as dental,
  coalesce(lower(clah_health_check_type) like '%health assessment%', false) as health_assessment
from ssd_cla_health
where
  (lower(clah_health_check_status) like '%refused%') is not true
  and (lower(clah_health_check_status) like '%cancelled%') is not true
