-- Unaccompanied asylum-seeking children at each month end, by the immigration status open then.
select distinct m.as_at, i.immi_person_id as person_id
from ssd_immigration_status i
join month_ends m
  on i.immi_immigration_status_start_date <= m.as_at
  and coalesce(i.immi_immigration_status_end_date, date '9999-12-31') > m.as_at
where
  upper(trim(i.immi_immigration_status)) = 'UASC'
  or (lower(i.immi_immigration_status) like '%unaccompanied%' and lower(i.immi_immigration_status) not like '%former%')
