-- Legal statuses with the day each begins and ends, and whether it is a series of short breaks.
select
  lega_legal_status_id as legal_status_id,
  lega_person_id as person_id,
  lega_legal_status_start_date as started_on,
  lega_legal_status_end_date as ended_on,
  upper(trim(lega_legal_status)) in ('V3', 'V4') as short_break
from ssd_legal_status
where lega_legal_status_start_date is not null
