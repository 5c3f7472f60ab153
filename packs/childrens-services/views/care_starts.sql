-- Episodes with which a child started to be looked after (reason S), with the legal status on that day.
with status as (
  select
    e.case_id,
    b.short_break,
    row_number() over (partition by e.case_id order by b.started_on desc, b.legal_status_id desc) as place
  from care_episodes e
  join short_breaks b
    on b.person_id = e.person_id
    and b.started_on <= e.started_on
    and coalesce(b.ended_on, date '9999-12-31') > e.started_on
  where e.start_reason = 'S'
)
select
  e.case_id,
  e.person_id,
  e.started_on,
  coalesce(e.entered_care_on, e.started_on) as entered_care_on,
  coalesce(s.short_break, false) as short_break
from care_episodes e
left join status s on s.case_id = e.case_id and s.place = 1
where e.start_reason = 'S'
